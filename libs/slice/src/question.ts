import type { Fields, ValuesOf } from '@annals/command-bus';
import {
  contextOf,
  stateOf,
  type ContextStream,
  type EventStore,
  type Foldable,
  type Language,
  type Words,
} from '@annals/event-sourcing';
import type { z } from 'zod';

/** The records that are asked about, below `/v1/`, and the parameter with the id of one. */
export type AskedAbout<Id extends string = string> = { readonly path: string; readonly id: Id };

/** The route of a question, which is asked of one record: `GET /v1/customers/:customerId/…?channel=…&at=…`. */
export type QuestionRow<F extends Fields, A extends z.ZodObject, Needs extends string, Id extends string = string> = {
  /** Of its answer in the description of the API. */
  readonly name: string;
  /** Records that are about no customer; customers by default. */
  readonly of?: AskedAbout<Id>;
  /** Below the path of the record. */
  readonly get: string;
  readonly summary: Words;
  readonly description?: Words;
  /** One of the slice's rights. */
  readonly needs: Needs;
  /** Its parameters besides the id of the record and `at`. */
  readonly fields: F;
  readonly answer: A;
};

/** What is asked about, by the record that the path names. `at` is the moment that is asked about; without it, it is now. */
export type Asking<F extends Fields = Fields, Id extends string = never> = ValuesOf<F> &
  AskedOf<Id> & {
    readonly at?: Date | undefined;
  };

type AskedOf<Id extends string> = { readonly [Name in Id]: string };

/** What the rules know when they answer, and the language of the caller. */
export type Known<S, X> = {
  readonly state: S;
  readonly context: X;
  readonly now: Date;
  readonly language: Language;
};

/** Where the states are that an answer follows from: those that the commands of the aggregate are decided on. */
export type Asked<S, X, Id extends string> = {
  readonly state: Foldable<S>;
  readonly stream: (asked: AskedOf<Id>) => string;
  readonly context: ContextStream<AskedOf<Id>, S, X>;
};

/** A question that the rules of an aggregate answer without a command, with its types erased. */
export type Question<Needs extends string = string> = QuestionRow<Fields, z.ZodObject, Needs> & {
  /** Reads what the commands read, as the log has it now. Throws a `Rejection`. */
  readonly ask: (log: EventStore, asked: Asking, now: Date, language: Language) => Promise<object>;
};

/** `answer` is pure, and has the rules of the aggregate: what it says is what a command is decided by. */
export const question = <
  const F extends Fields,
  A extends z.ZodObject,
  const Needs extends string,
  S,
  X,
  const Id extends string = 'customerId',
>(
  row: QuestionRow<F, A, Needs, Id>,
  { state: foldable, stream, context: streams }: Asked<S, X, NoInfer<Id>>,
  answer: (asked: Asking<F, NoInfer<Id>>, known: Known<S, X>) => z.output<A>,
): Question<Needs> => ({
  ...row,
  ask: async (log, given, now, language) => {
    const asked = given as Asking<F, Id>;
    const { state } = await stateOf(log, foldable, stream(asked));
    const { context } = await contextOf(log, { context: streams }, asked as AskedOf<Id>, state);
    return answer(asked, { state, context, now, language });
  },
});
