import type { BlobContent } from '@annals/event-sourcing';
import { fileIn, saidFileName } from '@annals/http';
import type { FastifyRequest } from 'fastify';
import { basename } from 'node:path';
import { importProblems } from './imports.problems.js';

const LONGEST_NAME = 200; // characters
const UNNAMED = 'file.csv';

/** The name of the file in a request, without folders. */
export const nameOf = (request: Pick<FastifyRequest, 'headers'>): string => {
  const clean = basename(saidFileName(request).replaceAll('\\', '/')).replace(/[\p{Cc}\p{Cf}]/gu, '');
  return clean.trim().slice(0, LONGEST_NAME).toWellFormed() || UNNAMED;
};

/** The bytes of a file in a request. Throws `HttpProblem` 413 `UploadTooLarge`, 415 `UnsupportedMediaType`, and 400 `UploadEmpty` if it breaks off. */
export const csvIn = (request: FastifyRequest, most: number): BlobContent =>
  fileIn(request, {
    ...{ most, mediaType: 'text/csv' },
    tooLarge: () => importProblems.problem('UploadTooLarge', { most }),
    brokenOff: () => importProblems.problem('UploadEmpty'),
  });
