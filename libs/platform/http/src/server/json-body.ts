import { inexactNumberErrors } from '@annals/command-bus';
import { duplicateKeyIn } from '@annals/text';
import type { INestApplication } from '@nestjs/common';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { MOST_VALUES, refuseBulkShape, refuseShape } from '../forms/shape.js';
import { ValidationFailed } from '../forms/validation-failed.js';
import { FILE, FILE_TYPES, FORM_TYPE } from '../openapi/route-marks.js';
import { fieldsOfForm, takesHtmlForm } from './html-form.js';
import { requestProblems } from '../problems/http.problems.js';

/** The route that takes larger bodies than others. */
export const BULK_PATH = '/v1/commands';

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/gi;

/** Routes that take files get them unread, and look at their media type themselves. All others accept JSON in UTF-8 only, as other bytes would be stored as replacement characters, and only numbers that lose no digits. */
export const useJsonBodies = (app: INestApplication): void => {
  const adapter = app.getHttpAdapter() as unknown as FastifyAdapter;
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const { bodyLimit } = fastify.initialConfig;
  fastify.addHook('preParsing', async (request) =>
    takesFile(request) ? refuseCompressed(request) : refuseOtherMediaTypes(request),
  );
  fastify.addContentTypeParser(FILE_TYPES, (_, stream, done) => done(null, stream));
  adapter.useBodyParser(FORM_TYPE, false, {}, (_, body, done) =>
    isUtf8(body) ? done(null, fieldsOfForm(body)) : done(requestProblems.problem('BodyNotUtf8')),
  );
  adapter.useBodyParser(
    'application/json',
    false,
    bodyLimit === undefined ? {} : { bodyLimit },
    (request, body, done) => {
      if (!isUtf8(body)) return done(requestProblems.problem('BodyNotUtf8'));
      const json = body.toString();
      return parse(request, json, (error, parsed) => done(error ?? oddIn(parsed, json, request), parsed));
    },
  );
};

/** The shape first, which bounds the work of everything that follows. */
const oddIn = (body: unknown, json: string, { routeOptions: { url } }: FastifyRequest) => {
  try {
    if (url === BULK_PATH) refuseBulkShape(body);
    else refuseShape(body, MOST_VALUES);
  } catch (error) {
    return error as Error;
  }
  const key = duplicateKeyIn(json);
  if (key !== undefined) return requestProblems.problem('KeyTwice', { field: key.slice(0, 100).toWellFormed() });
  const inexact = inexactNumberErrors(json);
  return inexact.length > 0 ? new ValidationFailed(inexact) : null;
};

const takesFile = ({ routeOptions: { config } }: FastifyRequest) => FILE in config;

const refuseCompressed = ({ headers }: FastifyRequest) => {
  if (!/^(identity)?$/i.test(headers['content-encoding'] ?? ''))
    throw requestProblems.problem('UnsupportedEncoding', { expected: 'identity' }, { 'Accept-Encoding': 'identity' });
};

/** The media type of the body, without its parameters; empty if the request names none. */
export const mediaTypeOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string =>
  (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();

const refuseOtherMediaTypes = (request: FastifyRequest) => {
  refuseCompressed(request);
  const type = request.headers['content-type'] ?? '';
  const name = mediaTypeOf(request);
  if (name && name !== 'application/json' && !(name === FORM_TYPE && takesHtmlForm(request)))
    throw requestProblems.problem('UnsupportedMediaType', { expected: 'application/json' });
  const charsets = [...type.matchAll(CHARSET)].map(([, charset]) => charset!.toLowerCase());
  if (!charsets.every((charset) => ['utf-8', 'utf8'].includes(charset)))
    throw requestProblems.problem('UnsupportedCharset', { expected: 'utf-8' });
};
