import { DEAL_LINES, type DealEvent, type DealTerms, type Outcome, type Step } from '@annals/contracts-deals';
import { Changes, lastNumber } from '@annals/contracts-values';
import { ImmutableMap, type Decider, type Of } from '@annals/event-sourcing';

type DataOf<Type> = Of<DealEvent, Type>['data'];
type Why = { readonly reason: string | null };

/** The state of an opened deal that the rules need. */
export type Begun = {
  readonly status: 'open' | 'reopened' | Outcome;
  readonly customerId: string;
  readonly step: Step;
  readonly terms: DealTerms;
  readonly opened: DataOf<'DealOpened'>;
  /** The highest number that a line has ever had. */
  readonly lastLine: number;
  readonly samples: ImmutableMap<DataOf<'SampleSent'>>;
  /** The reason of the last step; `null` at the first one. */
  readonly advanced: Why | null;
  /** The latest change of each term. */
  readonly changes: Changes<Why>;
  /** The last close. */
  readonly closing: (Why & { readonly competitor: string | null }) | null;
  /** The last reopening. */
  readonly reopening: Why | null;
};
export type Deal = { readonly status: 'unknown' } | Begun;

const opened = (data: DataOf<'DealOpened'>): Begun => ({
  status: 'open',
  customerId: data.customerId,
  step: data.step,
  terms: data,
  opened: data,
  lastLine: lastNumber(DEAL_LINES, data.dealId, data.lines),
  samples: ImmutableMap.empty(),
  advanced: null,
  changes: Changes.none(),
  closing: null,
  reopening: null,
});

// A change before the opening changes nothing: there is no deal yet.
const changed =
  <Data>(change: (deal: Begun, data: Data) => Partial<Begun>) =>
  (deal: Deal, data: Data): Deal =>
    deal.status === 'unknown' ? deal : { ...deal, ...change(deal, data) };

export const evolve: Decider<never, Deal, DealEvent>['evolve'] = {
  DealOpened: (_, data) => opened(data),
  DealAdvanced: changed((_, { to, reason }) => ({ step: to, advanced: { reason } })),
  DealChanged: changed(({ terms, changes, lastLine }, { dealId, after, reason }) => ({
    terms: { ...terms, ...after } as DealTerms, // JSON knows no undefined
    lastLine: lastNumber(DEAL_LINES, dealId, after.lines ?? [], lastLine),
    changes: changes.with(Object.keys(after), { reason }),
  })),
  SampleSent: changed(({ samples }, sample) => ({ samples: samples.with(sample.sampleId, sample) })),
  DealClosed: changed(({ terms }, { outcome, value, reason, competitor }) => ({
    terms: { ...terms, value },
    status: outcome,
    closing: { reason, competitor },
  })),
  DealReopened: changed((_, { reason }) => ({ status: 'reopened', reopening: { reason } })),
};
