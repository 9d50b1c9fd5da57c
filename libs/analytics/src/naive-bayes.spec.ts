import { itOnData } from '@annals/testing';
import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { bayesScore, frequenciesWith, smoothed, STEP, together, type ClosedCase, type Frequencies } from './index.js';

const STEPS = ['0', '1', '2'];
const NO_CASES: Frequencies = {};

type Row = { readonly country: string; readonly state: string; readonly source: string; readonly step: string };

const valuesOf = ({ country, state, source }: Row) => ({ country: [country], state: [state], source: [source] });

/** `(0,1,2,1,T1,won)` */
const rowsIn = (text: string) =>
  Array.from(
    text.matchAll(/\((\d),(\d),(\d),(\d)(?:,(\w+),(won|lost))?\)/g),
    ([, country, state, source, step, team, result]) => ({
      ...{ country: country!, state: state!, source: source!, step: step!, team, isWon: result === 'won' },
    }),
  );

const closed = (row: Row & { readonly isWon: boolean }): ClosedCase => ({
  ...{ values: valuesOf(row), isWon: row.isWon },
  steps: row.isWon ? STEPS : STEPS.slice(0, Number(row.step) + 1),
});

type Case = {
  readonly id: string;
  readonly inputs: { readonly smoothing: number; readonly closed_leads: string; readonly open_lead: string };
  readonly published: Readonly<Record<string, number>>;
  readonly recomputed: Readonly<Record<string, number>>;
  readonly abs_tolerance: number;
};

itOnData(
  '../analytics-cases.json',
  'gives the published scores of the example, by team and over all teams',
  async (path) => {
    const file = JSON.parse(await readFile(path, 'utf8')) as { readonly cases: readonly Case[] };
    const { inputs, published, recomputed, abs_tolerance } = file.cases.find(({ id }) => id === 'lead-score-bayes')!;
    const leads = rowsIn(inputs.closed_leads);
    const [open] = rowsIn(inputs.open_lead);
    const byTeam = ['T1', 'T2', 'T3'].map((team) =>
      smoothed(
        leads
          .filter((lead) => lead.team === team)
          .reduce((known, lead) => frequenciesWith(known, closed(lead)), NO_CASES),
        inputs.smoothing,
      ),
    );
    const score = (known: Frequencies) =>
      100 * bayesScore(known, { ...valuesOf(open!), [STEP]: [open!.step] }, STEPS[0]!)!.probability;
    const [team1, team2, team3] = byTeam.map(score);
    const scores = { team1, team2, team3, no_team: score(together(byTeam)) };
    for (const [name, figure] of Object.entries(scores)) {
      expect(Math.abs(figure! - published[name]!)).toBeLessThanOrEqual(abs_tolerance);
      expect(figure).toBeCloseTo(recomputed[name]!, 9);
    }
  },
);

const anyCase = fc.record({
  country: fc.constantFrom('CN', 'AT'),
  state: fc.constantFrom('a', 'b', 'c'),
  source: fc.constantFrom('web', 'phone'),
  step: fc.constantFrom(...STEPS),
  isWon: fc.boolean(),
});
const frequenciesOf = (rows: readonly (Row & { readonly isWon: boolean })[]) =>
  rows.reduce((known, row) => frequenciesWith(known, closed(row)), NO_CASES);

describe('the naive-Bayes score', () => {
  it('says nothing before a case was won and another one lost', () => {
    const won = { country: 'CN', state: 'a', source: 'web', step: '2', isWon: true };
    expect(bayesScore(NO_CASES, {}, '0')).toBeNull();
    expect(bayesScore(frequenciesOf([won]), {}, '0')).toBeNull();
    expect(bayesScore(frequenciesOf([{ ...won, isWon: false }]), {}, '0')).toBeNull();
  });

  it('is the share of wins where nothing is known of a case, and takes no value for evidence that never occurred', () => {
    const won = { country: 'CN', state: 'a', source: 'web', step: '2', isWon: true };
    const known = smoothed(frequenciesOf([won, { ...won, isWon: false }, { ...won, isWon: false }]), 0);
    expect(bayesScore(known, { country: ['US'], size: ['large'] }, '0')).toEqual({
      probability: expect.closeTo(1 / 3, 12) as number,
      evidence: [],
    });
    expect(bayesScore(known, { country: ['CN'] }, '0')!.evidence).toEqual([
      { field: 'country', value: 'CN', won: 1, lost: 2, ratio: 1 },
    ]);
  });

  it('lies between 0 and 1, and its odds are the product of its evidence', () =>
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 20 }), anyCase, (rows, open) => {
        const known = smoothed(frequenciesOf(rows), 0.1);
        const score = bayesScore(known, { ...valuesOf(open), [STEP]: [open.step] }, '0');
        if (!score) return expect(rows).toEqual([]);
        const { won, lost } = known[STEP]!.of['0']!;
        const odds = score.evidence.reduce((product, { ratio }) => product * ratio, won / lost);
        expect(score.probability).toBeGreaterThan(0);
        expect(score.probability).toBeLessThan(1);
        expect(score.probability).toBeCloseTo(odds / (1 + odds), 12);
      }),
    ));

  it('does not depend on the order of the cases', () =>
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 12 }), (rows) => {
        expect(frequenciesOf(rows.toReversed())).toEqual(frequenciesOf(rows));
      }),
    ));

  it('of several groups is that of all cases, without smoothing', () =>
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 12 }), fc.array(anyCase, { maxLength: 12 }), (some, others) => {
        expect(together([frequenciesOf(some), frequenciesOf(others)])).toEqual(frequenciesOf([...some, ...others]));
      }),
    ));
});
