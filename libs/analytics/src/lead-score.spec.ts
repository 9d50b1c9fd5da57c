import fc from 'fast-check';
import { scoreOf, type ScoreRule } from './index.js';

const rules: readonly ScoreRule[] = [
  { fact: 'source', value: 'referral', points: 20 },
  { fact: 'has', value: 'phone', points: 10 },
  { fact: 'country', value: 'US', points: -5 },
  { fact: 'attributes.size', value: 'large', points: 7 },
];

describe('the score of a lead', () => {
  it('is the sum of the points of the rules that it meets, which are its evidence', () =>
    expect(scoreOf({ source: ['referral'], has: ['email', 'phone'], country: ['US'] }, rules)).toEqual({
      score: 25,
      evidence: rules.slice(0, 3),
    }));

  it('is 0 without rules that it meets', () =>
    expect(scoreOf({ source: ['web-form'], 'attributes.size': [] }, rules)).toEqual({ score: 0, evidence: [] }));

  const anyFacts = fc.dictionary(
    fc.constantFrom(...rules.map(({ fact }) => fact)),
    fc.array(fc.constantFrom(...rules.map(({ value }) => value))),
  );

  it('is the sum of its evidence, whatever the order of the rules', () =>
    fc.assert(
      fc.property(anyFacts, fc.shuffledSubarray([...rules], { minLength: rules.length }), (facts, shuffled) => {
        const { score, evidence } = scoreOf(facts, shuffled);
        expect(score).toBe(evidence.reduce((sum, { points }) => sum + points, 0));
        expect(score).toBe(scoreOf(facts, rules).score);
      }),
    ));
});
