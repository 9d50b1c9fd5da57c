import type { Receipt } from '@annals/event-sourcing';

/** An append that waits for its answer. */
export type Append = {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly { readonly id: string; readonly type: string; readonly body: string }[];
  readonly answer: PromiseWithResolvers<Receipt>;
};
/** `recordedAt` is set if the events are new. */
export type Outcome = { readonly receipt: Receipt; readonly recordedAt?: string } | { readonly refusal: unknown };

export const settle = ({ answer }: Append, outcome: Outcome) => {
  if ('receipt' in outcome) answer.resolve(outcome.receipt);
  else answer.reject(outcome.refusal);
};
