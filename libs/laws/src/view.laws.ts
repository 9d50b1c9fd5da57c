import { project, type Event, type View } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import type { Catalogue } from '@annals/slice';
import { projectionContract, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import type { Exploration } from './walk.js';

const RUNS = 20; // each is a whole log

/** Every view, over the logs that commands left and over samples of all versions of all events. */
export const viewLaws = (
  { views, contracts }: Pick<Catalogue, 'views' | 'contracts'>,
  { logs }: Exploration,
  samples: readonly Event[],
): void => {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: RUNS });
  const anyLog = fc.constantFrom(...logs);

  describe.each(views.map((view) => [view.name, view] as const))('the view %s', (_, view) => {
    if (isView(view)) viewContract(view, contracts, anyLog);
    else projectionContract(view, anyLog);

    it('accepts the sample of every version of every event', () => {
      for (const sample of samples) expect(() => project(view, recorded([sample]))).not.toThrow();
    });

    it('accepts all samples one after another', () => expect(() => project(view, recorded(samples))).not.toThrow());
  });
};

const isView = (view: AnyProjection): view is View<never, object> => 'answer' in view;
