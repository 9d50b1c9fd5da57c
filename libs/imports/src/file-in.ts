import type { BlobContent } from '@annals/event-sourcing';
import { FILE_TYPES, mediaTypeOf, requestProblems } from '@annals/http';
import type { FastifyRequest } from 'fastify';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { importProblems } from './imports.problems.js';

const LONGEST_NAME = 200; // characters
const UNNAMED = 'file.csv';

/** The name of the file in a request by its `Content-Disposition` (RFC 6266), without folders. */
export const nameOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string => {
  const name = saidIn(headers['content-disposition'] ?? '');
  const clean = basename(name.replaceAll('\\', '/')).replace(/[\p{Cc}\p{Cf}]/gu, '');
  return clean.trim().slice(0, LONGEST_NAME).toWellFormed() || UNNAMED;
};

const CODED = /filename\*\s*=\s*utf-8''([^;\s]+)/i;
const PLAIN = /filename\s*=\s*"?([^";]*)/i;

const saidIn = (disposition: string): string => {
  const coded = CODED.exec(disposition)?.[1] ?? '';
  return decoded(coded) || (PLAIN.exec(disposition)?.[1] ?? '');
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/**
 * The bytes of a request whose route `TakesFile`. Throws `HttpProblem` 413 `UploadTooLarge` if it says that it is longer than `most`,
 * 415 `UnsupportedMediaType` for what is no file, and 400 `UploadEmpty` if it breaks off.
 */
export async function* fileIn({ body, headers }: FastifyRequest, most: number): BlobContent {
  if (body !== undefined && !FILE_TYPES.includes(mediaTypeOf({ headers })))
    throw requestProblems.problem('UnsupportedMediaType', { expected: FILE_TYPES[0]! });
  if (Number(headers['content-length'] ?? 0) > most) throw importProblems.problem('UploadTooLarge', { most });
  if (isStream(body)) yield* whole(body);
}

const isStream = (body: unknown): body is Readable => typeof body === 'object' && body !== null;

async function* whole(stream: Readable): BlobContent {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    if (stream.destroyed && !stream.readableEnded) throw importProblems.problem('UploadEmpty');
    throw error;
  }
}
