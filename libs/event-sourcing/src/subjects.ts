import type { NewEvent } from './message.js';
import type { Person, PersonPath } from './personal.js';
import { visitAt } from './paths.js';

/** Everybody whom an event is about, by its customer and the ids in its data; the same each time. */
export const subjectsOf = (
  { subject, data }: Pick<NewEvent, 'subject' | 'data'>,
  paths: readonly PersonPath[],
): readonly Person[] => {
  const persons = new Set(customerAlone(subject));
  for (const { whose, path } of paths)
    visitAt(data, path, (id) => {
      if (typeof id === 'string') persons.add(`${whose}/${id}`);
    });
  return [...persons];
};

/** What `subjects` stands for where it is left out. */
export const customerAlone = (subject: string): readonly Person[] =>
  isCustomer(subject) ? [`customer/${subject}`] : [];

/** Whether the subject of an event is a customer, and not something such as the organisation. */
export const isCustomer = (subject: string): boolean => !subject.startsWith('@');
