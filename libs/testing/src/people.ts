import type { Collection, DocumentWrite } from '@annals/event-sourcing';

/** Collections of views that are read together. */
export const people: Collection = {
  name: 'people-v1',
  fields: { town: 'one', age: 'one', tags: 'many' },
  indexes: [['town']],
};
export const places: Collection = { ...people, name: 'places-v1' };

export const person = (id: string, position: number, town: string, age = 1): DocumentWrite => ({
  ...{ id, position },
  body: { id, town },
  fields: { town, age, tags: ['new'] },
});
