import { contextFrom, fold, type ContextStream, type Event } from '@annals/event-sourcing';

/** The events of the aggregate's stream, and of other streams, as far as the rules ask for them. */
export type Past = { readonly own: readonly Event[]; readonly of: (stream: string) => readonly Event[] };

/** Nothing has happened. */
export const NO_PAST: Past = { own: [], of: () => [] };

/** The context of a command on the state of its stream, from the events of other streams, and the names of these. */
export const contextIn = <C, S, X>(
  context: ContextStream<C, S, X> | undefined,
  { command, state }: { readonly command: C; readonly state: S },
  { of }: Pick<Past, 'of'>,
): { readonly context: X | undefined; readonly streams: readonly string[] } => {
  const asked: string[] = [];
  const stateOf = (streams: readonly string[]) => {
    asked.push(...streams);
    return fold(context!, streams.flatMap(of));
  };
  return { context: context && contextFrom(context, command, state, stateOf), streams: asked };
};
