import { command } from '@annals/command-bus';
import { setting, whole } from '@annals/configuration';
import { Contract, type Decider, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { aggregate, UNPUBLISHED, slice } from './index.js';

// Code that the compiler must refuse. A missing error fails `npm run types`.

const fields = { caseId: z.string() };
const words = { en: 'Cases', zh: '案件' };
const row = { summary: words, about: null } as const;
class CloseCase extends command('CloseCase', fields, { ...row, post: 'cases/close', needs: 'cases.write' }) {}
class OpenCase extends command('OpenCase', fields, { ...row, post: 'cases', needs: 'cases.open' }) {}

const CaseClosed = Contract.of('CaseClosed').v1(z.object(fields));
type Closed = EventOf<typeof CaseClosed>;
type Close = { readonly type: 'CloseCase'; readonly caseId: string };
type Open = { readonly type: 'OpenCase'; readonly caseId: string };

const about = { stream: () => 'case-1', subject: () => 'u-1', initial: null };
const evolve = { CaseClosed: () => null };
const closing: Decider<Close, null, Closed> = { ...about, evolve, decide: { CloseCase: () => [] } };
const opening: Decider<Open, null, Closed> = { ...about, evolve, decide: { OpenCase: () => [] } };

const manifest = {
  name: 'cases',
  title: words,
  summary: words,
  process: 'service',
  events: [CaseClosed],
  views: () => [],
  rights: { 'cases.write': { about: 'customers', en: 'Close cases', zh: '结案' } },
  grants: {},
  published: { CaseClosed: UNPUBLISHED },
} as const;
const aggregates = () => [aggregate(closing, { CloseCase })];

slice({ ...manifest, aggregates });

// @ts-expect-error: a command without its class
aggregate(closing, {});

// @ts-expect-error: the class of another command
aggregate(closing, { CloseCase: OpenCase });

// @ts-expect-error: a command without its rule
export const ruleless: Decider<Close | Open, null, Closed> = { ...about, evolve, decide: closing.decide };

// @ts-expect-error: an event without its step
export const stepless: Decider<Close, null, Closed> = { ...about, evolve: {}, decide: closing.decide };

// @ts-expect-error: the slice has no right 'cases.open', which a command needs
slice({ ...manifest, aggregates: () => [aggregate(opening, { OpenCase })] });

// @ts-expect-error: no such role
slice({ ...manifest, aggregates, grants: { saels: { own: ['cases.write'] } } });

// @ts-expect-error: no such scope
slice({ ...manifest, aggregates, grants: { sales: { mine: ['cases.write'] } } });

// @ts-expect-error: a right in one language
slice({ ...manifest, aggregates, rights: { 'cases.write': { about: 'customers', en: 'Close cases' } } });

// @ts-expect-error: no such event to publish
slice({ ...manifest, aggregates, published: { CaseClosed: UNPUBLISHED, CaseClsoed: UNPUBLISHED } });

// @ts-expect-error: no such process
slice({ ...manifest, aggregates, process: 'sevrice' });

const settings = {
  days: setting('CASE_DAYS', '3', { en: 'Most days that a case is open', zh: '案件最长天数' }, whole(1, 9)),
};
slice({ ...manifest, settings, aggregates: ({ days }) => (days > 3 ? [] : aggregates()) });

// @ts-expect-error: no such setting
slice({ ...manifest, settings, aggregates: ({ hours }) => (hours > 3 ? [] : aggregates()) });
