import type { LifecycleState } from '@annals/analytics';

/** The state in which a customer was at the end of a month (`2024-03`) and of every later one up to the next. */
export type StateOfMonth = { readonly month: string; readonly state: LifecycleState };

/**
 * The months after one more change. A change that occurred before others that are known already replaces them, so
 * that a customer is in one state at a time, whatever the order in which old facts are loaded.
 */
export const moved = (months: readonly StateOfMonth[], month: string, to: LifecycleState): readonly StateOfMonth[] => {
  const earlier = months.filter((entry) => entry.month < month);
  return earlier.at(-1)?.state === to ? earlier : [...earlier, { month, state: to }];
};

/** `2024-03|initial|out` and `2024-03|developing|in`: counted by month and added up they give the customers in each state. */
export const movesOf = (months: readonly StateOfMonth[]): readonly string[] =>
  months.flatMap(({ month, state }, index) => {
    const before = months[index - 1];
    return [...(before ? [`${month}|${before.state}|out`] : []), `${month}|${state}|in`];
  });
