import type { z } from 'zod';

/** What a row makes a class of. */
export type MadeClass = {
  readonly type: string;
  readonly fields: Readonly<Record<string, z.ZodType>>;
  readonly prototype: object;
};

const classes: MadeClass[] = [];
const takers: ((made: MadeClass) => void)[] = [];

export const addCommandClass = (made: MadeClass): void => {
  classes.push(made);
  for (const take of takers) take(made);
};

/** Calls `take` with every class that a row has made or will make. */
export const withEveryCommandClass = (take: (made: MadeClass) => void): void => {
  classes.forEach(take);
  takers.push(take);
};
