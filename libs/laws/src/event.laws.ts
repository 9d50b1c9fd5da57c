import type { Catalogue } from '@annals/slice';
import type { Exploration } from './exploration.js';

/** Nothing happens that nobody can see, and that nobody has said who may hear of. */
export const eventLaws = (
  { slices, contracts, aggregates, views }: Pick<Catalogue, 'slices' | 'contracts' | 'aggregates' | 'views'>,
  { logs }: Exploration,
): void =>
  describe('every event', () => {
    const known = contracts.map(({ type }) => type).toSorted();

    it('is in the audit history', () => {
      const [history] = views.filter(({ name }) => name === 'audit-history');
      expect(Object.keys(history!.on).toSorted()).toEqual(known);
    });

    it('is published or kept inside by its slice', () => {
      const said = slices.flatMap(({ published }) => Object.keys(published));
      expect(said.toSorted()).toEqual(known);
    });

    it('came about in these laws, unless no rule decides on it', () => {
      const types = new Set(logs.flat().map(({ type }) => type));
      const decided = aggregates.flatMap(({ folds: [own] }) => own!.types);
      expect(decided.filter((type) => !types.has(type))).toEqual([]);
    });
  });
