import { z } from 'zod';
import { flag, isListed, number, party, revised, text, texts, view, whenKnown, type Event } from './index.js';

// What the compiler has to refuse. An error that no longer comes fails `npm run types`.

type Opened = Event<'Opened', { readonly id: string; readonly by: string }>;
type Closed = Event<'Closed', { readonly id: string }>;
type Case = {
  readonly status: 'open' | 'closed';
  readonly by: { readonly id: string; readonly name: string };
  readonly notes: readonly { readonly text: string }[];
  readonly facts: Readonly<Record<string, string>>;
  readonly revision: number;
};

const on = revised<Opened | Closed, Case>({
  Opened: (last) => last,
  Closed: whenKnown((last) => ({ ...last, status: 'closed' })),
});
const fields = {
  customer: text(({ by }: Case) => by.id),
  status: text(({ status }: Case) => status, { schema: z.enum(['open', 'closed']) }),
  notes: number(({ notes }: Case) => notes.length),
  closed: flag(({ status }: Case) => status === 'closed'),
  owner: party(({ by }: Case) => by.id),
  words: texts(({ notes }: Case) => notes.map(({ text }) => text)),
};
const answer = { schema: z.object({ status: z.string() }), of: ({ status }: Case) => ({ status }) };
const base = {
  ...{ name: 'cases', version: 1, key: () => 'a', on, fields, answer },
  personal: ['by.name', 'notes[].text', 'facts.*'] as const,
};
const list = {
  path: 'cases',
  summary: { en: 'Cases', zh: '案件' },
  record: { name: 'Case', en: 'case', zh: '案件' },
  needs: 'cases.read',
  filters: ['status'],
  ranges: ['notes'],
  conditions: { open: () => [{ field: 'status', is: 'open' }] as const },
  names: { ownerName: 'owner' },
  sorts: ['-notes', 'status'],
} as const;

export const cases = view<Opened | Closed, Case>()({
  ...base,
  indexes: [['status', 'notes']],
  revision: ({ revision }) => revision,
  list,
});
export const listed = isListed(cases);

// @ts-expect-error: no such field to index
view<Opened | Closed, Case>()({ ...base, indexes: [['state']] });

// @ts-expect-error: no such field to filter by
view<Opened | Closed, Case>()({ ...base, list: { ...list, filters: ['state'] } });

// @ts-expect-error: no such field to sort by
view<Opened | Closed, Case>()({ ...base, list: { ...list, sorts: ['-state'] } });

// @ts-expect-error: no such field with bounds
view<Opened | Closed, Case>()({ ...base, list: { ...list, ranges: ['note'] } });

const old = () => [{ field: 'state', is: 'open' }] as const;

// @ts-expect-error: no such field to put a condition on
view<Opened | Closed, Case>()({ ...base, list: { ...list, conditions: { old } } });

// @ts-expect-error: no such field with ids to name
view<Opened | Closed, Case>()({ ...base, list: { ...list, names: { byName: 'by' } } });

// @ts-expect-error: no such place in the document
view<Opened | Closed, Case>()({ ...base, personal: ['by.nmae'] });

// @ts-expect-error: a step for every event that it says it is made of
revised<Opened | Closed, Case>({ Opened: (last) => last });

// @ts-expect-error: the answer is not what its schema says
view<Opened | Closed, Case>()({ ...base, answer: { ...answer, of: ({ status }: Case) => ({ state: status }) } });

// @ts-expect-error: without a customer everybody with the right sees it, which has to be said
view<Opened | Closed, Case>()({ ...base, fields: { status: fields.status } });

export const rules = view<Opened | Closed, Case>()({
  ...base,
  fields: { status: fields.status },
  about: 'installation',
});
