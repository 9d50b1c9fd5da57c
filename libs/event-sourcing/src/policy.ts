import type { Event, Of, RecordedEvent } from './message.js';
import type { Projection } from './projection.js';

/** A command that a policy asks for. Whoever runs the policy adds the origin. */
export type Draft = { readonly type: string; readonly fields: object };

// Parameters of methods are bivariant: a policy on some events can stand in a list of policies on any events.
type Decision<Given, Result> = { call(given: Given): Result }['call'];

/** Event → commands. The commands are sent under ids that follow from the policy's name and the event. */
export type Reaction<E extends Event = Event> = {
  /** Part of the command ids and of the stored position: never changed, never given to another policy. */
  readonly name: string;
  /** Where a policy that was never started begins: with what happens from now on, unless told. */
  readonly from?: 'now' | 'beginning';
  readonly on: { readonly [T in E['type']]?: Decision<RecordedEvent<Of<E, T>>, readonly Draft[]> };
};

/** Deadline of a document → commands, which are dated at the deadline. */
export type Deadline<D extends object = never> = {
  /** Part of the command ids: never changed, never given to another policy. */
  readonly name: string;
  readonly view: Projection<never, D>;
  /** The field with the deadline, as `toISOString()` writes it; `null` while there is none. */
  readonly due: string;
  /** What tells one deadline of a document from its next one; the deadline itself unless told. */
  readonly cause?: Decision<D, string>;
  /** Whose deadline it is: those of one are met one after another, by time and id. The document's own unless told. */
  readonly of?: Decision<D, string>;
  readonly send: Decision<D, readonly Draft[]>;
};

/** A rule that acts by itself. Its decisions are pure: the same event or document always gives the same commands. */
export type Policy = Reaction | Deadline;

/** `when<ComplaintEvent>({ name: 'escalate-critical', on: { ComplaintFiled: ({ data }) => [ … ] } })` */
export const when = <E extends Event>(reaction: Reaction<E>): Reaction<E> => reaction;

type TextIn<D> = { [F in keyof D & string]: D[F] extends string | null ? F : never }[keyof D & string];

/**
 * `every({ name: 'silence', view: lifecycle, due: 'dueAt', send: (customer) => [ … ] })`. Throws if the view does not
 * declare the field, since it is searched by it.
 */
export const every = <D extends object>(
  deadline: Omit<Deadline<D>, 'due'> & { readonly due: NoInfer<TextIn<D>> },
): Deadline<D> => {
  const { name, view, due } = deadline;
  const field = view.fields?.[due];
  if (!field || !('of' in field)) throw new Error(`${name}: the view ${view.name} has no field ${due}.`);
  return deadline;
};

/** Whether a policy waits for a deadline, not for events. */
export const isDeadline = (policy: Policy): policy is Deadline => 'due' in policy;
