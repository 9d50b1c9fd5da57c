import type { Field } from '../../api/catalogue.js';
import { ApiProblem } from '../../api/problem.js';
import { isSame } from '../is-same.js';

type Values = Readonly<Record<string, unknown>>;

/** A record as it is shown: its revision, and its values by the name or path of their fields. */
export type Shown = { readonly revision?: number | null | undefined; readonly values: Values };

/** What was shown when editing began, what others have made of it, and what is entered here. */
export type Versions = { readonly original: Values; readonly theirs: Values; readonly mine: Values };

export type Side = 'original' | 'theirs' | 'mine';

/** A refused command: it is sent again with what is chosen. */
export type Conflict = {
  readonly problem: ApiProblem;
  /** What was shown when editing began. */
  readonly original: Values;
  readonly mine: Values;
  /** Whether `original` is that; otherwise it is what the record says now. Default true. */
  readonly isOriginalKnown?: boolean;
  /** Sends what is to differ from theirs, for the record as it is shown now. */
  readonly send: (chosen: Values, now: Shown) => Promise<void>;
  /** Closes without sending; what was entered stays. */
  readonly leave: () => void;
};

/** One of the changes that were made meanwhile. */
export type Since = { readonly type: string; readonly actor: string; readonly recordedAt: string };

const isPerson = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value;

/** A value as commands take it: of a user or a unit the id only. */
export const asSent = (value: unknown): unknown => (isPerson(value) ? { id: value.id } : (value ?? null));

const isAlike = (one: unknown, other: unknown) => isSame(asSent(one), asSent(other));

/** What is entered in fields of the record, if it is another value than was shown. */
export const entered = (body: Values, original: Values): Values =>
  Object.fromEntries(
    Object.entries(body).filter(([name, value]) => name in original && !isAlike(value, original[name])),
  );

/** The body of a command that has what was chosen, and theirs in the other fields of the record. */
export const settled = (body: Values, chosen: Values, theirs: Values): Values =>
  Object.fromEntries(
    Object.entries({ ...body, ...chosen }).map(([name, value]) => [
      name,
      name in chosen || !(name in theirs) ? asSentIn(value) : (asSent(theirs[name]) ?? undefined),
    ]),
  );

const asSentIn = (value: unknown) => (isPerson(value) ? asSent(value) : value);

/** Whether a command was refused because its record has changed since it was read. */
export const isConflict = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.code === 'PreconditionFailed';

/** The revision that the record has had when the command was refused, and what has led to it. */
export const changesIn = ({ details }: ApiProblem): { readonly actual: number; readonly since: readonly Since[] } => ({
  actual: Number(details['actual'] ?? 0),
  since: (details['since'] ?? []) as readonly Since[],
});

/** The fields in which the three differ: those that are entered here, then those that others have changed. */
export const disputed = ({ original, theirs, mine }: Versions, fields: readonly Field[]): readonly Field[] => {
  const isMine = ({ name }: Field) => name in mine && !isAlike(mine[name], theirs[name]);
  const isTheirs = ({ name }: Field) => !isAlike(original[name], theirs[name]);
  return [...fields.filter(isMine), ...fields.filter((field) => !isMine(field) && isTheirs(field))];
};

/** What stands on a side: what is not entered here is as it was. */
export const valueOn = ({ original, theirs, mine }: Versions, side: Side, name: string): unknown => {
  if (side === 'theirs') return theirs[name] ?? null;
  return (side === 'mine' && name in mine ? mine[name] : original[name]) ?? null;
};

/** The likely choice: what is entered here, otherwise what others have changed. */
export const likelySide = ({ mine }: Versions, name: string): Side => (name in mine ? 'mine' : 'theirs');

/** The values that have to be sent, so that the record has what was chosen. */
export const chosenOf = (versions: Versions, sides: ReadonlyMap<string, Side>): Values =>
  Object.fromEntries(
    [...sides]
      .map(([name, side]) => [name, valueOn(versions, side, name)] as const)
      .filter(([name, value]) => !isAlike(value, versions.theirs[name])),
  );
