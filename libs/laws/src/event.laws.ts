import type { Catalogue } from '@annals/slice';
import type { Exploration } from './walk.js';

/** Every event is in the audit history, and its publication is declared. */
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

    it('is published or declared as unpublished by its slice', () => {
      const said = slices.flatMap(({ published }) => Object.keys(published));
      expect(said.toSorted()).toEqual(known);
    });

    it('occurred in these laws, if a rule produces it', () => {
      const types = new Set(logs.flat().map(({ type }) => type));
      const decided = aggregates.flatMap(({ folds: [own] }) => own!.types);
      expect(decided.filter((type) => !types.has(type))).toEqual([]);
    });
  });
