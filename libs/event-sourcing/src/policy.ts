import type { Condition } from './document-store.js';
import type { Event, Of, RecordedEvent } from './message.js';
import type { Projection } from './projection.js';
import type { Words } from './words.js';

/** A command that a policy sends; its runner adds the origin. An instant in its field `occurredAt` is when it occurred. */
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

/** Event → commands for every document that a query finds; each document is a separate cause. */
export type FanOut<E extends Event = Event, D extends object = never> = Omit<Reaction<E>, 'on'> & {
  readonly view: Projection<never, D>;
  /** Which documents an event concerns, by declared fields. They are read in pages, after the view has passed the event. */
  readonly on: { readonly [T in E['type']]?: Decision<RecordedEvent<Of<E, T>>, readonly Condition[]> };
  /**
   * The commands occur when the event was recorded. After a crash they are sent again with the same ids, so they should
   * find nothing to do if the document has changed since.
   */
  readonly send: { call(document: D, event: RecordedEvent<E>): readonly Draft[] }['call'];
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
export type Policy = Reaction | Deadline | FanOut;

/** `when<ComplaintEvent>({ name: 'escalate-critical', on: { ComplaintFiled: ({ data }) => [ … ] } })` */
export const when = <E extends Event>(reaction: Reaction<E>): Reaction<E> => reaction;

/** `fanOut<OwnerAssigned>()({ name: 'deals-follow', view: pipeline, on: { OwnerAssigned: … }, send: (deal, event) => [ … ] })` */
export const fanOut =
  <E extends Event>() =>
  <D extends object>(policy: FanOut<E, D>): FanOut<E, D> =>
    policy;

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

/** Whether a policy acts on every document that an event concerns. */
export const isFanOut = (policy: Policy): policy is FanOut => 'view' in policy && !isDeadline(policy);
