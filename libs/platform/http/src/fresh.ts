import type { Freshness } from '@annals/projecting';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { commandProblems } from './command.problems.js';
import { decodeConsistencyToken } from './consistency-token.js';

type Request = FastifyRequest<{ Querystring: Record<string, unknown> }>;

export const FRESH = 'annals:fresh';

/** The `Freshness` requested by the header `Consistency-Token` or `?consistencyToken=`; otherwise `undefined`. */
export const Fresh = (): ParameterDecorator => (target, key, index) => {
  Reflect.defineMetadata(FRESH, true, target, key!);
  freshnessIn()(target, key, index);
};

const freshnessIn = createParamDecorator((_: unknown, context: ExecutionContext): Freshness | undefined => {
  const { headers, query } = context.switchToHttp().getRequest<Request>();
  const token = headers['consistency-token'] ?? query['consistencyToken'];
  if (token === undefined) return undefined;
  if (typeof token !== 'string')
    throw commandProblems.problem('ConsistencyTokenInvalid', { field: 'consistencyToken' });
  return { position: decodeConsistencyToken(token) };
});
