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

/** The route of a question, which is asked of one customer: `GET /v1/customers/:customerId/…?channel=…&at=…`. */
export type QuestionRow<F extends Fields, A extends z.ZodObject, Needs extends string> = {
  /** Of its answer in the description of the API. */
  readonly name: string;
  /** Below `/v1/customers/:customerId/`. */
  readonly get: string;
  readonly summary: Words;
  readonly description?: Words;
  /** One of the slice's rights. */
  readonly needs: Needs;
  /** Its parameters besides `customerId` and `at`. */
  readonly fields: F;
  readonly answer: A;
};

/** What is asked about, by the customer that the path names. `at` is the moment that is asked about; without it, it is now. */
export type Asking<F extends Fields = Fields> = ValuesOf<F> & {
  readonly customerId: string;
  readonly at?: Date | undefined;
};

/** What the rules know when they answer, and the language of the caller. */
export type Known<S, X> = {
  readonly state: S;
  readonly context: X;
  readonly now: Date;
  readonly language: Language;
};

/** Where the states are that an answer follows from: those that the commands of the aggregate are decided on. */
export type Asked<S, X> = {
  readonly state: Foldable<S>;
  readonly stream: (asked: { readonly customerId: string }) => string;
  readonly context: ContextStream<{ readonly customerId: string }, S, X>;
};

/** A question that the rules of an aggregate answer without a command, with its types erased. */
export type Question<Needs extends string = string> = QuestionRow<Fields, z.ZodObject, Needs> & {
  /** Reads what the commands read, as the log has it now. Throws a `Rejection`. */
  readonly ask: (log: EventStore, asked: Asking, now: Date, language: Language) => Promise<object>;
};

/** `answer` is pure, and has the rules of the aggregate: what it says is what a command is decided by. */
export const question = <const F extends Fields, A extends z.ZodObject, const Needs extends string, S, X>(
  row: QuestionRow<F, A, Needs>,
  { state: foldable, stream, context: streams }: Asked<S, X>,
  answer: (asked: Asking<F>, known: Known<S, X>) => z.output<A>,
): Question<Needs> => ({
  ...row,
  ask: async (log, asked, now, language) => {
    const { state } = await stateOf(log, foldable, stream(asked));
    const { context } = await contextOf(log, { context: streams }, asked, state);
    return answer(asked as Asking<F>, { state, context, now, language });
  },
});
