import { explore, growingDocuments, growingStates } from '@annals/laws';
import { annalsCatalogue, configurationOf } from './index.js';

const { aggregates, commands, contracts, views } = annalsCatalogue(configurationOf({}));
const explored = explore(aggregates);

describe.each([...commands.keys()])('%s', (type) => {
  it('was carried out in these laws', () => expect([...explored.carriedOut]).toContain(type));

  it('adds nothing when it is repeated', () => expect(explored.repeated.get(type) ?? []).toEqual([]));

  it('is refused or leaves a trace when it is repeated with other content', () =>
    expect(explored.swallowed.get(type)?.slice(0, 3) ?? []).toEqual([]));
});

describe('a fold takes as many steps as there are events', () => {
  const folds = aggregates.flatMap(({ folds }) => folds);

  it.each(folds.map((fold) => [fold.types.join(', '), fold] as const))('over %s', (_, fold) =>
    expect(growingStates(fold, contracts)).toEqual([]),
  );

  it.each(views.map((view) => [view.name, view] as const))('in the view %s', (_, view) =>
    expect(growingDocuments(view, contracts)).toEqual([]),
  );
});
