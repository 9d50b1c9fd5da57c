import { Rejection, type Days, type Event, type RecordedEvent } from '@annals/event-sourcing';
import type { Decision, Outcome } from './decision.js';
import type { Around, RuleWorld } from './rule-world.js';
import { inPlaceOf } from './would-be.js';

const MINUTE = 60_000; // ms: what occurred so long ago was said to have

/** How it may have been said when it happened: `undefined` is now, and the start of a day is also the day if no more was known. */
export const wordsFor = ({ occurredAt, recordedAt }: RecordedEvent, { dayOf, startOf }: Days) => {
  const at = new Date(occurredAt);
  if (Date.parse(recordedAt) - at.getTime() < MINUTE) return [undefined];
  const day = dayOf(at);
  return startOf(day).getTime() === at.getTime() ? [day, occurredAt] : [occurredAt];
};

type Again = {
  readonly decision: Decision;
  readonly event: RecordedEvent;
  readonly said: string | undefined;
  readonly around: Around;
};

/** The outcome of the command that an event was decided on, decided again by the rules of a world. */
export const decidedIn = (world: RuleWorld, { decision, event, said, around }: Again): Omit<Outcome, 'recorded'> => {
  const told = world.retold(event, said);
  if (!told) return { would: decision, refusal: null };
  const at = new Date(event.occurredAt);
  return outcomeOf(world.decide(told, at, around), (events) => inPlaceOf(decision, events, at));
};

export const outcomeOf = (
  decided: readonly Event[] | Rejection,
  made: (events: readonly Event[]) => readonly RecordedEvent[],
): Omit<Outcome, 'recorded'> =>
  decided instanceof Rejection ? { would: [], refusal: decided } : { would: made(decided), refusal: null };
