import { Contract, firstOf, pagePart, text, view, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { UNPUBLISHED, slice } from './index.js';

// Code that the compiler must refuse. A missing error fails `npm run types`.

const CaseOpened = Contract.of('CaseOpened').v1(z.object({ caseId: z.string(), customerId: z.string() }));
type Case = { readonly caseId: string; readonly customerId: string };

const cases = <const Needs extends string>(needs: Needs) =>
  view<EventOf<typeof CaseOpened>, Case>()({
    name: 'cases',
    version: 1,
    key: ({ data }) => data.caseId,
    on: { CaseOpened: (_, { data }) => data },
    fields: { customer: text(({ customerId }) => customerId) },
    personal: [],
    answer: { schema: z.object({ caseId: z.string() }), of: ({ caseId }) => ({ caseId }) },
    list: {
      path: 'cases',
      summary: { en: 'Cases', zh: '案件' },
      record: { name: 'Case', en: 'case', zh: '案件' },
      needs,
      filters: [],
      sorts: ['customer'],
    },
  });

const manifest = {
  name: 'cases',
  title: { en: 'Cases', zh: '案件' },
  summary: { en: 'Open and close cases.', zh: '立案和结案。' },
  process: 'service',
  events: [CaseOpened],
  aggregates: () => [],
  rights: { 'cases.read': { about: 'customers', en: 'See cases', zh: '查看案件' } },
  grants: { sales: { team: ['cases.read'] } },
  published: { CaseOpened: UNPUBLISHED },
} as const;

slice({ ...manifest, views: () => [cases('cases.read')] });

// @ts-expect-error: the slice has no such right for a list to need
slice({ ...manifest, views: () => [cases('case.read')] });

// @ts-expect-error: the publication of each event must be declared
slice({ ...manifest, views: () => [], published: {} });

// @ts-expect-error: the slice has no such right to grant
slice({ ...manifest, views: () => [], grants: { sales: { team: ['case.read'] } } });

const part = pagePart({
  reads: { cases: firstOf(cases('cases.read'), [], { limit: 1 }) },
  answer: {
    schema: z.object({ cases: z.array(z.string()) }),
    of: (found) => ({ cases: found.cases.map(({ caseId }) => caseId) }),
  },
});
slice({ ...manifest, views: () => [], page: () => ({ cases: { part, needs: 'cases.read', events: ['CaseOpened'] } }) });

// @ts-expect-error: the slice has no such right for a part of the page to need
slice({ ...manifest, views: () => [], page: () => ({ cases: { part, needs: 'case.read' } }) });

// @ts-expect-error: the slice has no such event
slice({ ...manifest, views: () => [], page: () => ({ cases: { part, events: ['CaseClosed'] } }) });

export const misread = pagePart({
  reads: {},
  // @ts-expect-error: what was not read is not found
  answer: { schema: z.object({ cases: z.boolean() }), of: (found) => ({ cases: found.cases === null }) },
});

export const mistold = pagePart({
  reads: {},
  // @ts-expect-error: the answer is not what its schema says
  answer: { schema: z.object({ cases: z.array(z.string()) }), of: () => ({ cases: [1] }) },
});
