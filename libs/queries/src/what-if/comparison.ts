import type { RecordedEvent } from '@annals/event-sourcing';
import type { Catalogue } from '@annals/slice';
import { setImmediate as turn } from 'node:timers/promises';
import { partsThatChange, type Viewpoint } from '../past/page-walk.js';
import { changesOf, type PageChange } from '../past/page-changes.js';
import { Course, partsThatDiffer, stateOf } from './courses.js';
import { differs, textOf, type Outcome } from './decision.js';
import type { PartCourse } from './report.js';
import { Rerun } from './rerun.js';

const TURN = 50; // decisions, after which other requests have their turn

/** An outcome that is another one, what differs in its events by their types, and whether the present settings would lead to it, too. */
export type OtherOutcome = Outcome & { readonly changes: readonly PageChange[]; readonly alsoPresently: boolean };

/** A history beside what it would have been. */
export type Comparison = {
  readonly outcomes: readonly OtherOutcome[];
  readonly courses: readonly PartCourse[];
  readonly page: readonly PageChange[];
};

type Compared = {
  /** In log order. */
  readonly history: readonly RecordedEvent[];
  /** The present rules. */
  readonly real: Catalogue;
  readonly under: Catalogue;
  readonly of: Viewpoint;
  /** Until when the clock has looked. */
  readonly now: Date;
};

/** Replays the history of a customer under the present rules and under others. */
export const comparedUnder = async ({ history, real: present, under, of, now }: Compared): Promise<Comparison> => {
  const real = { ...present, page: partsThatChange(present.page) };
  const rerun = new Rerun(real, under);
  const { dayOf } = real.days;
  const courses = partsThatDiffer(real.page, under.page).map((part) => new Course(part, of));
  const outcomes = await othersIn(rerun.over(history, now), (outcome) => {
    const event = (outcome.recorded.at(-1) ?? outcome.would.at(-1))!;
    const today = dayOf(new Date(event.recordedAt));
    for (const course of courses) course.look(rerun.real, rerun.under, event, today);
  });
  const today = dayOf(now);
  const [page, would] = [rerun.real, rerun.under].map((world) => stateOf(world, world.catalogue.page, of, today));
  return {
    outcomes: await withPresent(outcomes, history, real, now),
    courses: courses.map(({ told }) => told).filter(({ steps }) => steps.length > 0),
    page: changesOf(page, would),
  };
};

const othersIn = async (outcomes: Iterable<Outcome>, look: (outcome: Outcome) => void): Promise<readonly Outcome[]> => {
  const others: Outcome[] = [];
  let count = 0;
  for (const outcome of outcomes) {
    look(outcome);
    if (differs(outcome)) others.push(outcome);
    if (++count % TURN === 0) await turn();
  }
  return others;
};

const withPresent = async (
  outcomes: readonly Outcome[],
  history: readonly RecordedEvent[],
  real: Catalogue,
  now: Date,
): Promise<readonly OtherOutcome[]> => {
  if (outcomes.length === 0) return [];
  const presently = await othersIn(new Rerun(real, real).over(history, now), () => undefined);
  const known = new Set(presently.map(keyOf));
  return outcomes.map((outcome) => ({
    ...outcome,
    changes: changesIn(outcome.recorded, outcome.would),
    alsoPresently: known.has(keyOf(outcome)),
  }));
};

const keyOf = ({ recorded: [first], would, refusal }: Outcome) => `${first?.id} ${refusal?.code} ${textOf(would)}`;

type Content = Pick<RecordedEvent, 'type' | 'data'>;

/** What differs in the data of events, by their types. */
export const changesIn = (recorded: readonly Content[], would: readonly Content[]): readonly PageChange[] =>
  changesOf(byType(recorded), byType(would));

const byType = (events: readonly Content[]) => Object.fromEntries(events.map(({ type, data }) => [type, data]));
