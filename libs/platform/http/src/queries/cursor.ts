import type { Cursor } from '@annals/event-sourcing';
import { commandProblems } from '../commands/command.problems.js';

/** An opaque cursor: the `next` of a page, sent back as `?cursor=`. */
export const encodeCursor = (cursor: Cursor | null): string | null =>
  cursor && Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url');

/** Throws `HttpProblem` 400 `CursorInvalid` for a text that `encodeCursor` did not create. */
export const decodeCursor = (text: string | undefined): Cursor | undefined => {
  if (text === undefined) return undefined;
  const parts = parse(Buffer.from(text, 'base64url').toString());
  if (isCursor(parts)) return { value: parts[0], id: parts[1] };
  throw commandProblems.problem('CursorInvalid', { field: 'cursor' });
};

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const isCursor = (parts: unknown): parts is [Cursor['value'], string] =>
  Array.isArray(parts) && parts.length === 2 && typeof parts[1] === 'string' && isScalar(parts[0]);

const isScalar = (value: unknown) => value === null || typeof value !== 'object';
