import type { Cursor } from '@annals/event-sourcing';
import { HttpProblem } from './http-problem.js';

/** Opaque to callers: a page's `next`, to be sent back as `?cursor=`. */
export const encodeCursor = (cursor: Cursor | null): string | null =>
  cursor && Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url');

/** Throws `HttpProblem` 400 `CursorInvalid` for what `encodeCursor` has not made. */
export const decodeCursor = (text: string | undefined): Cursor | undefined => {
  if (text === undefined) return undefined;
  try {
    const parts = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
    if (Array.isArray(parts) && parts.length === 2 && typeof parts[1] === 'string' && typeof parts[0] !== 'object')
      return { value: parts[0] as Cursor['value'], id: parts[1] };
    if (Array.isArray(parts) && parts.length === 2 && typeof parts[1] === 'string' && parts[0] === null)
      return { value: null, id: parts[1] };
  } catch {
    // not JSON: refused below
  }
  throw new HttpProblem(400, 'CursorInvalid', { field: 'cursor' });
};
