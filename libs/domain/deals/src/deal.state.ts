import { changedLines, DEAL_LINES, termsAfter, termsClosed } from '@annals/contracts-deals';
import type { DatedTerms, DealEvent, DealLine, DealTerms, Outcome, Step, TermsChange } from '@annals/contracts-deals';
import { History, ifLatest, lastNumber } from '@annals/contracts-values';
import { ImmutableMap, type Decider, type Of } from '@annals/event-sourcing';

type DataOf<Type> = Of<DealEvent, Type>['data'];
type Why = { readonly reason: string | null };
type Changed<Value> = Why & { readonly value: Value };

/** What is said of a deal, each at its time: its terms and lines, its steps, and where it was closed and reopened. */
export type DealFacts = {
  readonly [Term in keyof Omit<DealTerms, 'lines'>]: Changed<DealTerms[Term]>;
} & Readonly<Record<`line:${string}`, Changed<DealLine | null>>> & {
    readonly lines: Why;
    readonly step: Why & { readonly to: Step };
    readonly status: 'reopened' | Outcome;
    readonly estimate: Pick<DataOf<'DealEstimated'>, 'probability' | 'reason'>;
  };

/** What moves a deal on. */
export type Move = 'opening' | 'step' | 'close' | 'reopening';

/** The state of an opened deal that the rules need. */
export type Begun = DatedTerms & {
  readonly status: 'open' | 'reopened' | Outcome;
  readonly customerId: string;
  readonly step: Step;
  readonly opened: DataOf<'DealOpened'>;
  readonly openedAt: string;
  /** When it was opened or, if it was, reopened. */
  readonly openSince: string;
  /** The last fact that moved the deal on. */
  readonly moved: { readonly by: Move; readonly at: string };
  /** The highest number that a line has ever had. */
  readonly lastLine: number;
  readonly samples: ImmutableMap<DataOf<'SampleSent'>>;
  /** What was changed, advanced, closed and reopened, by when it occurred. */
  readonly history: History<DealFacts>;
  /** The last close. */
  readonly closing: (Why & { readonly competitor: string | null }) | null;
  /** The last reopening. */
  readonly reopening: Why | null;
};
export type Deal = { readonly status: 'unknown' } | Begun;

const opened = (data: DataOf<'DealOpened'>, at: string): Begun => ({
  status: 'open',
  openedAt: at,
  openSince: at,
  moved: { by: 'opening', at },
  customerId: data.customerId,
  step: data.step,
  terms: data,
  since: {},
  opened: data,
  lastLine: lastNumber(DEAL_LINES, data.dealId, data.lines),
  samples: ImmutableMap.empty(),
  history: History.none(),
  closing: null,
  reopening: null,
});

// A change before the opening changes nothing: there is no deal yet.
const changed =
  <Data>(change: (deal: Begun, data: Data, at: string) => Partial<Begun>) =>
  (deal: Deal, data: Data, { occurredAt }: { readonly occurredAt: string }): Deal =>
    deal.status === 'unknown' ? deal : { ...deal, ...change(deal, data, occurredAt) };

/** What a change of terms says. */
const saidBy = (change: TermsChange, { reason }: Why): Partial<DealFacts> => {
  const { lines, ...terms } = change.after;
  const changed = Object.entries({ ...terms, ...(lines && changedLines(change)) });
  const facts = changed.map(([name, value]) => [name, { value, reason }] as const);
  return { ...Object.fromEntries(facts), ...(lines && { lines: { reason } }) };
};

export const evolve: Decider<never, Deal, DealEvent>['evolve'] = {
  DealOpened: (_, data, { occurredAt }) => opened(data, occurredAt),
  DealAdvanced: changed(({ history, moved }, { to, reason }, at) => {
    const known = history.with({ step: { to, reason } }, at);
    return {
      history: known,
      step: known.last('step')!.said.to,
      ...ifLatest(at, moved.at, { moved: { by: 'step', at } }),
    };
  }),
  DealChanged: changed((deal, { dealId, reason, ...change }, at) => ({
    ...termsAfter(deal, change, at),
    lastLine: lastNumber(DEAL_LINES, dealId, change.after.lines ?? [], deal.lastLine),
    history: deal.history.with(saidBy(change, { reason }), at),
  })),
  SampleSent: changed(({ samples }, sample) => ({ samples: samples.with(sample.sampleId, sample) })),
  DealClosed: changed((deal, { outcome, value, reason, competitor }, at) => {
    const dated = termsClosed(deal, value, at);
    const isStated = dated.terms !== deal.terms;
    const history = isStated ? deal.history.with({ value: { value, reason } }, at) : deal.history;
    return {
      ...{ ...dated, history: history.with({ status: outcome }, at), status: outcome },
      ...{ closing: { reason, competitor }, moved: { by: 'close', at } },
    };
  }),
  DealEstimated: changed(({ history }, { probability, reason }, at) => ({
    history: history.with({ estimate: { probability, reason } }, at),
  })),
  DealWithdrawn: () => ({ status: 'unknown' }),
  DealReopened: changed(({ history }, { reason }, at) => ({
    ...{ status: 'reopened', reopening: { reason }, openSince: at, moved: { by: 'reopening', at } },
    history: history.with({ status: 'reopened' }, at),
  })),
};
