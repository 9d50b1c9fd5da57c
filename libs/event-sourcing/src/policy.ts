import type { Event, Of, RecordedEvent } from './message.js';
import type { Projection } from './projection.js';
import type { Words } from './words.js';

/** A command that a policy sends; its runner adds the origin. */
export type Draft = { readonly type: string; readonly fields: object };

// Method parameters are bivariant, so a policy on some events is assignable to a policy on any events.
type Decision<Given, Result> = { call(given: Given): Result }['call'];

/** Event → commands. Their ids are derived from the name of the policy and the event. */
export type Reaction<E extends Event = Event> = {
  /** Part of the command ids and of the stored position: never change it or reuse it for another policy. */
  readonly name: string;
  /** The imperative: what the policy does. */
  readonly summary: Words;
  /** Where a new policy starts; by default with new events only. */
  readonly from?: 'now' | 'beginning';
  readonly on: { readonly [T in E['type']]?: Decision<RecordedEvent<Of<E, T>>, readonly Draft[]> };
};

/** Which day, `2026-01-31`, an instant is on, and when a day begins. */
export type Days = { readonly dayOf: (instant: Date) => string; readonly startOf: (day: string) => Date };

/** Deadline of a document → commands, which occur at the deadline. */
export type Deadline<D extends object = never> = {
  /** Part of the command ids: never change it or reuse it for another policy. */
  readonly name: string;
  /** The imperative: what the policy does. */
  readonly summary: Words;
  readonly view: Projection<never, D>;
  /** The field with the deadline: an instant in the format of `toISOString()`, or with `days` a day; `null` while there is none. */
  readonly due: string;
  /** The calendar in which the deadlines are days. A day is due as soon as it begins. */
  readonly days?: Days;
  /** Distinguishes consecutive deadlines of a document; by default the deadline itself. */
  readonly cause?: Decision<D, string>;
  /** The owner of the deadline: deadlines of one owner are handled one after another, by time and id. By default the document. */
  readonly of?: Decision<D, string>;
  readonly send: Decision<D, readonly Draft[]>;
};

/** An automatic rule. Its decisions are pure: the same event or document always gives the same commands. */
export type Policy = Reaction | Deadline;

/** `when<ComplaintEvent>({ name: 'escalate-critical', on: { ComplaintFiled: ({ data }) => [ … ] } })` */
export const when = <E extends Event>(reaction: Reaction<E>): Reaction<E> => reaction;

type TextIn<D> = { [F in keyof D & string]: D[F] extends string | null ? F : never }[keyof D & string];

/**
 * `every({ name: 'silence', view: lifecycle, due: 'dueAt', send: (customer) => [ … ] })`. Throws if the view does not
 * declare the field, because documents are searched by it.
 */
export const every = <D extends object>(
  deadline: Omit<Deadline<D>, 'due'> & { readonly due: NoInfer<TextIn<D>> },
): Deadline<D> => {
  const { name, view, due } = deadline;
  const field = view.fields?.[due];
  if (!field || !('of' in field)) throw new Error(`${name}: the view ${view.name} has no field ${due}.`);
  return deadline;
};

/** Whether a policy reacts to deadlines instead of events. */
export const isDeadline = (policy: Policy): policy is Deadline => 'due' in policy;
