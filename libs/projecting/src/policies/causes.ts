import type { Deadline, Draft, RecordedEvent } from '@annals/event-sourcing';

type Recorded = Pick<RecordedEvent, 'id'>;

/** What a policy acts on, as text: the id of its first command. `id` is that of the document. */
export const causeOf = {
  event: (policy: string, event: Recorded): string => `${policy}/${event.id}`,
  found: (policy: string, event: Recorded, id: string): string => `${policy}/${event.id}/${id}`,
  deadline: ({ name, cause }: Deadline, id: string, document: never, due: string): string =>
    `${name}/${id}/${cause?.(document) ?? due}`,
};

/** The commands about one cause with their ids. */
export const numbered = (drafts: readonly Draft[], cause: string) =>
  drafts.map((draft, index) => ({ draft, commandId: index === 0 ? cause : `${cause}/${index}` }));

/** When a command occurs, if it says so; `otherwise` is an instant in ISO 8601, too. */
export const occurrenceOf = ({ fields }: Draft, otherwise: string): string =>
  'occurredAt' in fields && typeof fields.occurredAt === 'string' ? fields.occurredAt : otherwise;
