import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { FILE_TYPES } from '../openapi/route-marks.js';
import { requestProblems } from '../problems/http.problems.js';
import { mediaTypeOf } from './json-body.js';

const CODED = /filename\*\s*=\s*utf-8''([^;\s]+)/i;
const PLAIN = /filename\s*=\s*"?([^";]*)/i;

/** The name of the file in a request as its `Content-Disposition` says it (RFC 6266), to be cleaned; empty if it says none. */
export const saidFileName = ({ headers }: Pick<FastifyRequest, 'headers'>): string => {
  const disposition = headers['content-disposition'] ?? '';
  return decoded(CODED.exec(disposition)?.[1] ?? '') || (PLAIN.exec(disposition)?.[1] ?? '');
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/** The limit of a file in bytes, the media type that is asked for, and the problems of a file that is longer or breaks off. */
export type TakenFile = {
  readonly most: number;
  readonly mediaType: string;
  readonly tooLarge: () => Error;
  readonly brokenOff: () => Error;
};

/**
 * The bytes of a request whose route `TakesFile`. Throws `HttpProblem` 415 `UnsupportedMediaType` for what is no file, `tooLarge` if it
 * says that it is longer than `most`, and `brokenOff`.
 */
export async function* fileIn(
  { body, headers }: Pick<FastifyRequest, 'body' | 'headers'>,
  { most, mediaType, tooLarge, brokenOff }: TakenFile,
): AsyncIterable<Uint8Array> {
  if (body !== undefined && !FILE_TYPES.includes(mediaTypeOf({ headers })))
    throw requestProblems.problem('UnsupportedMediaType', { expected: mediaType });
  if (Number(headers['content-length'] ?? 0) > most) throw tooLarge();
  if (isStream(body)) yield* whole(body, brokenOff);
}

const isStream = (body: unknown): body is Readable => typeof body === 'object' && body !== null;

async function* whole(stream: Readable, brokenOff: () => Error): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (stream.destroyed && !stream.readableEnded) throw brokenOff();
    throw error;
  }
}
