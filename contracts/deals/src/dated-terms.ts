import { ifLatest, latestOf, sameContent, sum, type Since } from '@annals/contracts-values';
import type { DealLine, DealTerms } from './terms.js';

/** The terms of a deal, and since when its changed terms hold. */
export type DatedTerms = { readonly terms: DealTerms; readonly since: Since };

/** A part of the terms before and after a change, as `DealChanged` says it. */
export type TermsChange = { readonly before: SomeTerms; readonly after: SomeTerms };

type SomeTerms = { readonly [Term in keyof DealTerms]?: DealTerms[Term] | undefined };

/** The name of a line among the terms. */
export const lineKey = (lineId: string): `line:${string}` => `line:${lineId}`;

/** The lines that a change adds, changes or removes, by `lineKey`; `null` is removed. */
export const changedLines = ({ before, after }: TermsChange): Readonly<Record<`line:${string}`, DealLine | null>> => {
  const [old, now] = [byId(before.lines), byId(after.lines)];
  const ids = [...new Set([...old.keys(), ...now.keys()])].filter((id) => !sameContent(old.get(id), now.get(id)));
  return Object.fromEntries(ids.map((id) => [lineKey(id), now.get(id) ?? null]));
};

const byId = (lines: readonly DealLine[] = []) => new Map(lines.map((line) => [line.lineId, line]));

/**
 * The terms after a change that occurred at an instant, in whatever order the changes were recorded: of each term
 * the change that occurred last counts. With lines the value is their sum.
 */
export const termsAfter = (known: DatedTerms, change: TermsChange, at: string): DatedTerms => {
  const { lines: given, ...others } = change.after;
  const said = latestOf(known.since, others, at);
  const terms = { ...known.terms, ...(said.values as Partial<DealTerms>) }; // JSON knows no undefined
  return given ? withLines({ terms, since: said.since }, change, at) : { terms, since: said.since };
};

// A change of a line is never accepted before the last one of that line.
const withLines = ({ terms, since }: DatedTerms, change: TermsChange, at: string): DatedTerms => {
  const now = changedLines(change);
  const kept = terms.lines.filter(({ lineId }) => !Object.hasOwn(now, lineKey(lineId)));
  const changed = Object.values(now).flatMap((line) => line ?? []);
  const lines = inOrder([...kept, ...changed], change.after.lines!, terms.lines);
  const value = lines.length > 0 ? { ...terms.value, amount: sum(lines.map(({ net }) => net)) } : terms.value;
  return {
    terms: { ...terms, lines, value },
    since: datedValue(since, at),
  };
};

const datedValue = (since: Since, at: string): Since => ({
  ...since,
  ...ifLatest(at, since['value'] ?? null, { value: at }),
});

/** The terms after a close, which states their value: one that differs is of that time. */
export const termsClosed = ({ terms, since }: DatedTerms, value: DealTerms['value'], at: string): DatedTerms =>
  sameContent(terms.value, value) ? { terms, since } : { terms: { ...terms, value }, since: datedValue(since, at) };

/** In the order of the change, then in that of the lines before it. */
const inOrder = (lines: readonly DealLine[], ...orders: readonly (readonly DealLine[])[]) => {
  const ids = [...new Set(orders.flatMap((order) => order.map(({ lineId }) => lineId)))];
  const places = new Map(ids.map((id, index) => [id, index]));
  return lines.toSorted((one, other) => places.get(one.lineId)! - places.get(other.lineId)!);
};
