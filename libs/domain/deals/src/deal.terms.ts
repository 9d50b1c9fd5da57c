import { DEAL_LINES, type DealLine, type DealTerms } from '@annals/contracts-deals';
import {
  add,
  amountProblems,
  compareDecimals,
  DECIMAL,
  identified,
  multiply,
  pick,
  sameContent,
  subtract,
  sum,
  type Money,
} from '@annals/contracts-values';
import { termProblems } from './deal.terms.problems.js';

const { reject } = termProblems;

/** A line as callers send it; `discount` defaults to 0, and a line without an id gets one. */
export type GivenLine = Omit<DealLine, 'net' | 'discount' | 'lineId'> & {
  readonly discount?: string | undefined;
  readonly lineId?: string | undefined;
};

/** The terms that a caller sends; `currency` is for lines if no `value` is sent. */
export type GivenTerms<Line = GivenLine> = {
  readonly title?: string | undefined;
  readonly value?: Money | undefined;
  readonly currency?: string | undefined;
  readonly lines?: readonly Line[] | undefined;
  readonly owner?: DealTerms['owner'] | undefined;
  readonly country?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly expectedCloseDate?: string | null | undefined;
  readonly attributes?: DealTerms['attributes'] | undefined;
};

/** `lastLine` is the highest number that a line of the deal has ever had. */
type Known = Omit<DealTerms, 'value'> & { readonly value?: Money; readonly lastLine?: number };

const NOTHING: Known = {
  title: '',
  lines: [],
  owner: null,
  country: null,
  region: null,
  expectedCloseDate: null,
  attributes: {},
};

/**
 * The terms of a deal after applying the given ones; other terms stay as `known`. Decimals are normalised. Rejects with `ValueDiffersFromLines`, `ValueMissing`, `CurrencyMissing`, `CurrencyDiffers`,
 * `CurrencyRelabelled`,
 * `TotalBelowZero`, `AmountOutOfRange` or `PartNamedTwice`.
 */
export const settle = (dealId: string, given: GivenTerms, known: Known = NOTHING): DealTerms => {
  const lines = given.lines ? withIds(dealId, given.lines.map(priced), known) : known.lines;
  const value = lines.length > 0 ? valueOfLines(lines, given, known) : valueAlone(given, known);
  expectValued(value, lines, given, known);
  return {
    title: given.title ?? known.title,
    value,
    lines,
    owner: or(given.owner, known.owner),
    country: or(given.country, known.country),
    region: or(given.region, known.region),
    expectedCloseDate: or(given.expectedCloseDate, known.expectedCloseDate),
    attributes: given.attributes ?? known.attributes,
  };
};

/** The terms at the close: a final value is used if there are no lines. Rejects like `settle`. */
export const finalTerms = (dealId: string, terms: DealTerms, value: Money | undefined): DealTerms => {
  const { currency } = terms.value;
  if (terms.lines.length > 0 && value && value.currency !== currency)
    amountProblems.reject('CurrencyDiffers', { currency, value: value.currency });
  return settle(dealId, value ? { value } : {}, terms);
};

/** The terms that differ, and those that are said, before and after; `null` if there are none. */
export const differences = (before: DealTerms, after: DealTerms, said: readonly (keyof DealTerms)[] = []) => {
  const names = (Object.keys(after) as (keyof DealTerms)[]).filter(
    (name) => said.includes(name) || !sameContent(before[name], after[name]),
  );
  return names.length > 0 ? { before: pick(before, names), after: pick(after, names) } : null;
};

/** The names of the given terms: a currency is a part of the value. */
export const termsIn = (given: GivenTerms<unknown>): readonly string[] =>
  Object.entries(given).flatMap(([name, term]) => (term === undefined ? [] : name === 'currency' ? 'value' : name));

// `null` clears the term.
const or = <T>(given: T | undefined, known: T): T => (given === undefined ? known : given);

const withIds = (dealId: string, lines: readonly PricedLine[], { lines: parts, lastLine = 0 }: Known): DealLine[] =>
  identified(DEAL_LINES, dealId, lines, { parts, last: lastLine });

type PricedLine = Omit<DealLine, 'lineId'> & Pick<GivenLine, 'lineId'>;

const priced = ({ quantity, unitPrice, discount = '0', ...line }: GivenLine): PricedLine => ({
  ...line,
  quantity: canonical(quantity),
  unitPrice: canonical(unitPrice),
  discount: canonical(discount),
  net: inRange(multiply(multiply(quantity, unitPrice), subtract('1', discount))),
});

const valueOfLines = (lines: readonly DealLine[], given: GivenTerms, known: Known): Money => {
  const amount = inRange(sum(lines.map(({ net }) => net)));
  if (given.value && canonical(given.value.amount) !== amount)
    reject('ValueDiffersFromLines', { value: given.value.amount, lines: amount });
  return { amount, currency: currencyOf(given, known) };
};

const valueAlone = (given: GivenTerms, known: Known): Money => {
  const amount = given.value?.amount ?? known.value?.amount ?? reject('ValueMissing');
  return { amount: canonical(amount), currency: currencyOf(given, known) };
};

/** What was recorded before stays as it is: only a new value, or new lines, are judged. */
const expectValued = (value: Money, lines: readonly DealLine[], given: GivenTerms, known: Known) => {
  const isRevalued = (lines.length > 0 ? given.lines : given.value) !== undefined;
  if (isRevalued) return expectTotal(value, lines);
  const was = known.value?.currency ?? value.currency;
  if (value.currency !== was) reject('CurrencyRelabelled', { currency: value.currency, known: was });
};

const expectTotal = ({ amount }: Money, lines: readonly DealLine[]) => {
  if (isBelowZero(amount) && !isReturn(lines)) reject('TotalBelowZero', { value: amount });
};

const isBelowZero = (amount: string) => compareDecimals(amount, '0') < 0;

/** A return has lines, none of them with a quantity above zero. */
const isReturn = (lines: readonly DealLine[]) =>
  lines.length > 0 && lines.every(({ quantity }) => compareDecimals(quantity, '0') <= 0);

const currencyOf = ({ value, currency }: GivenTerms, known: Known): string => {
  const given = value?.currency ?? currency;
  if (currency && currency !== given) amountProblems.reject('CurrencyDiffers', { currency, value: given });
  return given ?? known.value?.currency ?? reject('CurrencyMissing');
};

const canonical = (amount: string) => add(amount, '0');

// Amounts are never rounded: the caller has to split those that cannot be recorded exactly.
const inRange = (amount: string) =>
  DECIMAL.test(amount) ? amount : amountProblems.reject('AmountOutOfRange', { amount });
