import {
  DEAL_LINES,
  type DealEvent,
  type DealLine,
  type DealTerms,
  type Outcome,
  type Step,
} from '@annals/contracts-deals';
import { Changes, lastNumber, sameContent } from '@annals/contracts-values';
import { ImmutableMap, type Decider, type Of } from '@annals/event-sourcing';

type DataOf<Type> = Of<DealEvent, Type>['data'];
type Why = { readonly reason: string | null };
/** A reason, and when what it explains happened. */
type Explained = Why & { readonly at: string };

/** What moves a deal on. */
export type Move = 'opening' | 'step' | 'close' | 'reopening';

/** The state of an opened deal that the rules need. */
export type Begun = {
  readonly status: 'open' | 'reopened' | Outcome;
  readonly customerId: string;
  readonly step: Step;
  readonly terms: DealTerms;
  readonly opened: DataOf<'DealOpened'>;
  readonly openedAt: string;
  /** When it was opened or, if it was, reopened. */
  readonly openSince: string;
  /** The last fact that moved the deal on. */
  readonly moved: { readonly by: Move; readonly at: string };
  /** The highest number that a line has ever had. */
  readonly lastLine: number;
  readonly samples: ImmutableMap<DataOf<'SampleSent'>>;
  /** The reason of the last step; `null` at the first one. */
  readonly advanced: Why | null;
  /** The latest change of each term, and of each line by `lineKey`. */
  readonly changes: Changes<Explained>;
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
  <Data>(change: (deal: Begun, data: Data, at: string) => Partial<Begun>) =>
  (deal: Deal, data: Data, { occurredAt }: { readonly occurredAt: string }): Deal =>
    deal.status === 'unknown' ? deal : { ...deal, ...change(deal, data, occurredAt) };

/** The key of a line in the changes of a deal. */
export const lineKey = (lineId: string) => `line:${lineId}`;

/** The keys of the lines that differ. */
const touched = (before: readonly DealLine[] = [], after: readonly DealLine[] = []) => {
  const [old, now] = [byId(before), byId(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((id) => !sameContent(old.get(id), now.get(id)))
    .map(lineKey);
};

const byId = (lines: readonly DealLine[]) => new Map(lines.map((line) => [line.lineId, line]));

export const evolve: Decider<never, Deal, DealEvent>['evolve'] = {
  DealOpened: (_, data, { occurredAt }) => opened(data, occurredAt),
  DealAdvanced: changed((_, { to, reason }, at) => ({ step: to, advanced: { reason }, moved: { by: 'step', at } })),
  DealChanged: changed(({ terms, changes, lastLine }, { dealId, before, after, reason }, at) => ({
    terms: { ...terms, ...after } as DealTerms, // JSON knows no undefined
    lastLine: lastNumber(DEAL_LINES, dealId, after.lines ?? [], lastLine),
    changes: changes.with([...Object.keys(after), ...touched(before.lines, after.lines)], { reason, at }),
  })),
  SampleSent: changed(({ samples }, sample) => ({ samples: samples.with(sample.sampleId, sample) })),
  DealClosed: changed(({ terms }, { outcome, value, reason, competitor }, at) => ({
    terms: { ...terms, value },
    status: outcome,
    closing: { reason, competitor },
    moved: { by: 'close', at },
  })),
  DealReopened: changed((_, { reason }, at) => ({
    ...{ status: 'reopened', reopening: { reason }, openSince: at, moved: { by: 'reopening', at } },
  })),
};
