import type { Freshness } from '@annals/projecting';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { commandProblems } from '../commands/command.problems.js';
import { decodeConsistencyToken } from './consistency-token.js';

export const FRESH = 'annals:fresh';

/** Declares that a route takes a consistency token. */
export const marksFresh = (prototype: object, method: string | symbol) =>
  Reflect.defineMetadata(FRESH, true, prototype, method);

/** The `Freshness` requested by the header `Consistency-Token` or `?consistencyToken=`; otherwise `undefined`. */
export const freshnessOf = ({ headers, query }: FastifyRequest): Freshness | undefined => {
  const token = headers['consistency-token'] ?? (query as Readonly<Record<string, unknown>>)['consistencyToken'];
  if (token === undefined) return undefined;
  if (typeof token !== 'string')
    throw commandProblems.problem('ConsistencyTokenInvalid', { field: 'consistencyToken' });
  return { position: decodeConsistencyToken(token) };
};

/** The `Freshness` that the caller requests. */
export const Fresh = (): ParameterDecorator => (target, key, index) => {
  marksFresh(target, key!);
  freshnessIn()(target, key, index);
};

const freshnessIn = createParamDecorator((_: unknown, context: ExecutionContext) =>
  freshnessOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
