import { expected } from '@annals/contracts-values';
import type { AnyCommandClass } from './command.js';
import { fieldError, type Misfit } from './field-errors.js';

type Words = () => ReadonlySet<string>;

const reserved = new WeakMap<AnyCommandClass, Words>();

/** Words that the id of a new record cannot be, because the paths of routes have them in its place. Read at the first command. */
export const reserveIds = (command: AnyCommandClass, words: Words): void => void reserved.set(command, words);

/** An error if the command creates a record whose id is reserved. */
export const reservedIn = (values: Readonly<Record<string, unknown>>, command: AnyCommandClass): readonly Misfit[] => {
  const field = command.route?.creates;
  const id = field && values[field];
  if (typeof id !== 'string' || !reserved.get(command)?.().has(id)) return [];
  return [fieldError([field!], 'reserved', { code: 'custom', message: OTHER, path: [], params: {} }, id)];
};

const OTHER = expected(
  'another id: this one is a word of the address of other data',
  '其他编号：该编号是其他数据地址中的保留字',
);
