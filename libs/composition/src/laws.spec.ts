import { project, type View } from '@annals/event-sourcing';
import { explore, growingDocuments, growingStates, newestSamples } from '@annals/laws';
import type { AnyProjection } from '@annals/projecting';
import { projectionContract, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { annalsCatalogue, configurationOf, slices } from './index.js';

const catalogue = annalsCatalogue(configurationOf({}));
const { aggregates, commands, contracts, views } = catalogue;
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

const samples = slices.flatMap(({ name, events }) =>
  newestSamples(events, `${import.meta.dirname}/../../../contracts/${name}/samples`),
);
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 20 }); // each is a whole log
const anyLog = fc.constantFrom(...explored.logs);

const isView = (view: AnyProjection): view is View<never, object> => 'answer' in view;

describe.each(views.map((view) => [view.name, view] as const))('the view %s', (_, view) => {
  if (isView(view)) viewContract(view, contracts, anyLog);
  else projectionContract(view, anyLog);

  it('takes the sample of every version of every event', () => {
    for (const sample of samples) expect(() => project(view, recorded([sample]))).not.toThrow();
  });

  it('takes all samples one after another', () => expect(() => project(view, recorded(samples))).not.toThrow());
});

describe('every event', () => {
  it('is in the audit history', () => {
    const [history] = views.filter(({ name }) => name === 'audit-history');
    expect(Object.keys(history!.on).toSorted()).toEqual(contracts.map(({ type }) => type).toSorted());
  });

  it('is published or kept inside by its slice', () => {
    const said = slices.flatMap(({ published }) => Object.keys(published));
    expect(said.toSorted()).toEqual(contracts.map(({ type }) => type).toSorted());
  });

  it('came about in these laws, unless no rule decides on it', () => {
    const types = new Set(explored.logs.flat().map(({ type }) => type));
    const decided = aggregates.flatMap(({ folds: [own] }) => own!.types);
    expect(decided.filter((type) => !types.has(type))).toEqual([]);
  });
});

describe('all slices together', () => {
  const routes = [...commands.values()].flatMap(({ command }) => command.route ?? []);

  it.each([
    ['event', contracts.map(({ type }) => type)],
    ['command', aggregates.flatMap((aggregate) => aggregate.commands.map(({ type }) => type))],
    ['view', views.map(({ name }) => name)],
    ['right', slices.flatMap((slice) => Object.keys(slice.rights))],
    ['command route', routes.map(({ post }) => post)],
    ['problem', slices.flatMap(({ problems }) => problems.map(({ code }) => code))],
  ])('have one %s of a name', (_, names) => expect(names).toEqual([...new Set(names)]));
});
