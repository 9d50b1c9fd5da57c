import { unknownFields } from '@annals/command-bus';
import type { CallHandler, ExecutionContext, NestInterceptor, Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { ValidationFailed } from '../forms/validation-failed.js';
import { classSchema } from '../openapi/openapi.class-schema.js';
import { handlersIn } from '../openapi/openapi.handlers.js';

const TOKEN = 'consistencyToken';

type Taken = { readonly takesQuery: boolean; readonly known: readonly string[] };

/**
 * Refuses query parameters that nothing of a route looks at: all of a route without a query, and a consistency token where
 * no view is read. A handler that takes a query refuses other unknown parameters, together with invalid values.
 */
export class QueryNames implements NestInterceptor {
  private readonly routes = new WeakMap<object, Taken>();

  /** Throws `ValidationFailed`. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const names = Object.keys(query as object);
    if (names.length > 0) expectKnown(names, this.takenBy(context));
    return next.handle();
  }

  private takenBy(context: ExecutionContext): Taken {
    const handler = context.getHandler();
    const taken = this.routes.get(handler) ?? takenIn(context.getClass(), handler.name);
    this.routes.set(handler, taken);
    return taken;
  }
}

const takenIn = (controller: Type<object>, name: string): Taken => {
  const { query, takesQuery, isFresh } = handlersIn(controller).find(({ method }) => method === name)!;
  const fields = query ? Object.keys(classSchema(query).properties) : [];
  return { takesQuery, known: [...fields, ...(isFresh ? [TOKEN] : [])] };
};

const expectKnown = (names: readonly string[], { takesQuery, known }: Taken) => {
  const strange = names.filter((name) => (name === TOKEN || !takesQuery) && !known.includes(name));
  if (strange.length > 0) throw new ValidationFailed(unknownFields([], strange, known));
};
