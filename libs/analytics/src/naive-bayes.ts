/** How many closed cases with a value were won and lost. With smoothing they are not whole numbers. */
export type Outcomes = { readonly won: number; readonly lost: number };

/** What is counted of one field: its total, the number of its values, and the outcomes of those that are looked at. */
export type FieldFrequencies = {
  readonly total: Outcomes;
  readonly values: number;
  readonly of: Readonly<Record<string, Outcomes>>;
};

/** The outcomes of closed cases, by field and value. */
export type Frequencies = Readonly<Record<string, FieldFrequencies>>;

/** A closed case: its values by field, and all steps that count for it, in their order. */
export type ClosedCase = {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly steps: readonly string[];
  readonly isWon: boolean;
};

/** What a value contributes: how often it occurred among closed cases, and by how much it multiplies the odds of a win. */
export type BayesEvidence = Outcomes & {
  readonly field: string;
  readonly value: string;
  /** The likelihood ratio: above 1 for a value that is more frequent among cases that were won. */
  readonly ratio: number;
};

export type BayesScore = {
  /** The probability of a win, from 0 to 1. */
  readonly probability: number;
  readonly evidence: readonly BayesEvidence[];
};

/** The field of the steps. A case that was lost counts for its step and all earlier ones, one that was won for every step. */
export const STEP = 'step';

const NONE: Outcomes = { won: 0, lost: 0 };
const NOTHING: FieldFrequencies = { total: NONE, values: 0, of: {} };

const plus = (one: Outcomes, other: Outcomes): Outcomes => ({ won: one.won + other.won, lost: one.lost + other.lost });

/** The frequencies with one more case. */
export const frequenciesWith = (known: Frequencies, { values, steps, isWon }: ClosedCase): Frequencies => {
  const more = isWon ? { won: 1, lost: 0 } : { won: 0, lost: 1 };
  const said = Object.entries({ ...values, [STEP]: steps }).map(([field, each]) => [
    field,
    {
      total: each.reduce((total) => plus(total, more), NONE),
      values: each.length,
      of: Object.fromEntries(each.map((value) => [value, more])),
    },
  ]);
  return together([known, Object.fromEntries(said) as Frequencies]);
};

/** Lidstone smoothing: `by` is added to both outcomes of every value that occurred, so that no value decides alone. */
export const smoothed = (known: Frequencies, by: number): Frequencies =>
  byField(Object.keys(known), (field) => {
    const { total, values, of } = known[field]!;
    return {
      total: plus(total, { won: by * values, lost: by * values }),
      values,
      of: byField(Object.keys(of), (value) => plus(of[value]!, { won: by, lost: by })),
    };
  });

const byField = <T>(names: readonly string[], of: (name: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(names.map((name) => [name, of(name)]));

const namesIn = (all: readonly object[]) => [...new Set(all.flatMap((each) => Object.keys(each)))];

/** The sums of the frequencies of several groups, such as teams. */
export const together = (groups: readonly Frequencies[]): Frequencies =>
  byField(namesIn(groups), (field) => {
    const each = groups.map((group) => group[field] ?? NOTHING);
    const of = byField(namesIn(each.map((known) => known.of)), (value) =>
      each.map((known) => known.of[value] ?? NONE).reduce(plus),
    );
    return { total: each.map(({ total }) => total).reduce(plus), values: Object.keys(of).length, of };
  });

/**
 * The probability that an open case is won, by naive Bayes over closed ones, as predictive lead scoring in Odoo computes it
 * (`crm.lead._pls_get_naive_bayes_probabilities`): the odds of all cases, those of `firstStep`, times the likelihood ratio of
 * each value. A value that never occurred among closed cases says nothing. `null` before a case was won and another one lost.
 */
export const bayesScore = (
  known: Frequencies,
  values: Readonly<Record<string, readonly string[]>>,
  firstStep: string,
): BayesScore | null => {
  const all = known[STEP]?.of[firstStep] ?? NONE;
  if (all.won === 0 || all.lost === 0) return null;
  const evidence = Object.entries(values).flatMap(([field, each]) => {
    const { total, of } = known[field] ?? NOTHING;
    const among = field === STEP ? all : total;
    return each.flatMap((value) => evidenceOf({ field, value }, of[value], among));
  });
  const odds = evidence.reduce((product, { ratio }) => product * ratio, all.won / all.lost);
  return { probability: odds / (1 + odds), evidence };
};

const evidenceOf = (
  of: { readonly field: string; readonly value: string },
  outcomes: Outcomes | undefined,
  among: Outcomes,
): readonly BayesEvidence[] => {
  if (!outcomes || among.won === 0 || among.lost === 0 || outcomes.lost === 0) return [];
  return [{ ...of, ...outcomes, ratio: outcomes.won / among.won / (outcomes.lost / among.lost) }];
};
