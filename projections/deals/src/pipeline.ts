import type { DealEvent, DealTerms, Step } from '@annals/contracts-deals';
import { toUnits } from '@annals/contracts-values';
import { projection, type RecordedEvent } from '@annals/event-sourcing';

export type Deal = DealTerms & {
  readonly dealId: string;
  readonly customerId: string;
  readonly step: Step;
  readonly status: 'open' | 'won' | 'lost';
  readonly openedAt: string;
  readonly stepSince: string;
  readonly closedAt: string | null;
  /** Of the close. */
  readonly reason: string | null;
  readonly competitor: string | null;
  /** How many were sent. */
  readonly samples: number;
  /** Of the steps that it has left, to a hundredth; the time that it was closed counts for none. */
  readonly daysInStep: Partial<Record<Step, number>>;
  readonly lastChange: { readonly type: DealEvent['type']; readonly at: string; readonly actor: string };
};

const DAY = 86_400_000; // ms

const closedBy = { closedAt: null, reason: null, competitor: null };

const lastChange = ({ type, occurredAt, actor }: RecordedEvent<DealEvent>) => ({ type, at: occurredAt, actor });

/** A step that changes a deal, and passes over one that was never opened. */
const change =
  <E extends DealEvent>(next: (deal: Deal, event: RecordedEvent<E>) => Partial<Deal>) =>
  (deal: Deal | null, event: RecordedEvent<E>): Deal | null =>
    deal && { ...deal, ...next(deal, event), lastChange: lastChange(event) };

const leaveStep = ({ step, stepSince, daysInStep }: Deal, at: string) => {
  const days = Math.max(0, Date.parse(at) - Date.parse(stepSince)) / DAY; // old dates may come in any order
  return { ...daysInStep, [step]: Math.round(((daysInStep[step] ?? 0) + days) * 100) / 100 };
};

/** One document for each deal, open or closed. */
export const pipeline = projection<DealEvent, Deal>()({
  name: 'pipeline',
  version: 3,
  key: ({ data }) => data.dealId,
  on: {
    DealOpened: (_, event) => ({
      ...event.data,
      ...closedBy,
      status: 'open',
      openedAt: event.occurredAt,
      stepSince: event.occurredAt,
      samples: 0,
      daysInStep: {},
      lastChange: lastChange(event),
    }),

    DealAdvanced: change((deal, { data: { to }, occurredAt }) => ({
      step: to,
      stepSince: occurredAt,
      daysInStep: leaveStep(deal, occurredAt),
    })),

    DealChanged: change((_, { data: { after } }) => after as Partial<DealTerms>), // JSON knows no undefined

    SampleSent: change(({ samples }) => ({ samples: samples + 1 })),

    DealClosed: change((deal, { data: { outcome, ...terms }, occurredAt }) => ({
      ...terms,
      status: outcome,
      closedAt: occurredAt,
      daysInStep: leaveStep(deal, occurredAt),
    })),

    DealReopened: change((_, { occurredAt }) => ({ ...closedBy, status: 'open', stepSince: occurredAt })),
  },
  fields: {
    status: { of: ({ status }) => status },
    step: { of: ({ step }) => step },
    owner: { of: ({ owner }) => owner?.id ?? null, party: true },
    customer: { of: ({ customerId }) => customerId },
    country: { of: ({ country }) => country },
    region: { of: ({ region }) => region },
    openedAt: { of: ({ openedAt }) => openedAt },
    closedAt: { of: ({ closedAt }) => closedAt },
    expectedCloseDate: { of: ({ expectedCloseDate }) => expectedCloseDate },
    currency: { of: ({ value }) => value.currency },
    valueUnits: { of: ({ value }) => toUnits(value.amount) },
  },
  indexes: [
    ['openedAt'],
    ['status', 'openedAt'],
    ['status', 'closedAt'],
    ['status', 'expectedCloseDate'],
    ['status', 'valueUnits'],
    ['status', 'step', 'currency', 'valueUnits'],
    ['owner', 'status', 'openedAt'],
    ['customer', 'openedAt'],
    ['customer', 'closedAt', 'openedAt', 'currency', 'valueUnits'],
    ['country', 'openedAt'],
    ['region', 'openedAt'],
  ],
});
