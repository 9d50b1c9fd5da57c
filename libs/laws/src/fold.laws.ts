import type { Catalogue } from '@annals/slice';
import { growingDocuments, growingStates } from './linear.law.js';

/** No fold of rules or views copies or searches a growing collection. */
export const foldLaws = ({
  aggregates,
  views,
  contracts,
}: Pick<Catalogue, 'aggregates' | 'views' | 'contracts'>): void =>
  describe('a fold takes a number of steps linear in the number of events', () => {
    const folds = aggregates.flatMap(({ folds }) => folds);

    it.each(folds.map((fold) => [fold.types.join(', '), fold] as const))('over %s', (_, fold) =>
      expect(growingStates(fold, contracts)).toEqual([]),
    );

    it.each(views.map((view) => [view.name, view] as const))('in the view %s', (_, view) =>
      expect(growingDocuments(view, contracts)).toEqual([]),
    );
  });
