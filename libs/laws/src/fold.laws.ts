import type { Catalogue } from '@annals/slice';
import { costlyDecisions } from './decision.law.js';
import { costlyDocuments, costlyStates } from './largest.law.js';
import { growingDocuments, growingStates } from './linear.law.js';

type Folds = Pick<Catalogue, 'aggregates' | 'views' | 'contracts'>;

/** No fold of rules or views copies or searches a growing collection. */
export const foldLaws = ({ aggregates, views, contracts }: Folds): void =>
  describe('a fold takes a number of steps linear in the number of events', () => {
    const folds = aggregates.flatMap(({ folds }) => folds);

    it.each(folds.map((fold) => [fold.types.join(', '), fold] as const))('over %s', (_, fold) =>
      expect(growingStates(fold, contracts)).toEqual([]),
    );

    it.each(views.map((view) => [view.name, view] as const))('in the view %s', (_, view) =>
      expect(growingDocuments(view, contracts)).toEqual([]),
    );
  });

/** No decision or fold copies or searches a collection for each entry of a command or an event. */
export const largestLaws = ({ aggregates, views, contracts }: Folds): void =>
  describe('a large command or event takes a number of steps and bytes linear in its entries', () => {
    it('in decisions', () => expect(costlyDecisions(aggregates, contracts)).toEqual([]));

    it('in the states of rules', () =>
      expect(
        costlyStates(
          aggregates.flatMap(({ folds }) => folds),
          contracts,
        ),
      ).toEqual([]));

    it('in views', () => expect(costlyDocuments(views, contracts)).toEqual([]));
  });
