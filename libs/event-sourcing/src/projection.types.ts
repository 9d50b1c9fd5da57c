import { onEach, projection, type Event } from './index.js';

// What the compiler has to refuse. An error that no longer comes fails `npm run types`.

type Opened = Event<'Opened', { readonly id: string }>;
type Closed = Event<'Closed', { readonly id: string }>;
type Case = { readonly status: 'open' | 'closed'; readonly tags: readonly string[] };

const base = {
  name: 'cases',
  version: 1,
  key: () => 'a',
  on: onEach(['Opened', 'Closed'], (last: Case | null) => last),
};
const fields = {
  status: { of: ({ status }: Case) => status },
  tags: { each: ({ tags }: Case) => tags },
};

export const cases = projection<Opened | Closed, Case>()({ ...base, fields, indexes: [['status']] });

// @ts-expect-error: no such field to index
projection<Opened | Closed, Case>()({ ...base, fields, indexes: [['state']] });

// @ts-expect-error: a field is one value or several, not an object
projection<Opened | Closed, Case>()({ ...base, fields: { whole: { of: (last) => last } } });

projection<Opened | Closed, Case>()({
  ...base,
  fields,
  // @ts-expect-error: a step for every event that it says it is made of
  on: onEach(['Opened'], (last: Case | null) => last),
});
