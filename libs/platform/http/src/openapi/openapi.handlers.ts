import type { AnyCommandClass, Deprecation } from '@annals/command-bus';
import { RequestMethod, type INestApplication, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { ModulesContainer } from '@nestjs/core';
import { FRESH } from '../queries/fresh.js';
import { DEPRECATION } from './deprecation.js';
import { ANSWER, ANSWER_SCHEMAS, COMMAND, FILE, HTML_FORM, NEEDS, PUBLIC } from './route-marks.js';
import { isForm } from './openapi.class-schema.js';

/** A handler as its decorators declare it. */
export type Handler = {
  readonly controller: string;
  readonly method: string;
  /** The declaration of its command. */
  readonly command?: AnyCommandClass | undefined;
  readonly body?: Type | undefined;
  readonly query?: Type | undefined;
  /** Whether the handler itself looks at all query parameters. */
  readonly takesQuery: boolean;
  readonly answer?: string | undefined;
  /** Schemas of the response and its references, if it has no exported type; made when the route is described, because that takes long. */
  readonly schemas: () => Readonly<Record<string, object>>;
  /** The right that the route needs. */
  readonly needs?: string | undefined;
  /** Status of a successful response. */
  readonly status: number;
  /** Media types of the response. */
  readonly produces: readonly string[];
  readonly isFresh: boolean;
  readonly isPublic: boolean;
  /** Whether its body is a file. */
  readonly takesFile: boolean;
  /** Whether its body may be a plain HTML form. */
  readonly takesHtmlForm: boolean;
  /** Whether it takes `Idempotency-Key` without a command. */
  readonly takesKey: boolean;
  /** Whether it takes `If-None-Match` and has an `ETag`. */
  readonly isConditional: boolean;
  readonly deprecation?: Deprecation | undefined;
};

export const handlersOf = (app: INestApplication): readonly Handler[] => {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype));
  return [...new Set(controllers)].flatMap((controller) =>
    typeof controller === 'function' ? handlersIn(controller as Type<object>) : [],
  );
};

/** The operation id of a handler: `ChangeData`, `DealQueries.list`. */
export const operationIdOf = ({ command, controller, method }: Handler): string =>
  command?.type ?? `${controller.replace(/Controller$/, '')}.${method}`;

/** The right of every route that names one, by operation id. */
export const routeRights = (app: INestApplication): ReadonlyMap<string, string> =>
  new Map(
    handlersOf(app).flatMap((handler) => (handler.needs ? [[operationIdOf(handler), handler.needs] as const] : [])),
  );

/** The handlers of one controller. */
export const handlersIn = (controller: Type<object>): readonly Handler[] =>
  Object.getOwnPropertyNames(controller.prototype)
    .filter((method) => metadata<RequestMethod>(METHOD_METADATA, functionAt(controller, method)) !== undefined)
    .map((method) => describe(controller, method));

const describe = (controller: Type<object>, method: string): Handler => {
  const prototype = controller.prototype as object;
  const handler = functionAt(controller, method);
  const command = metadata<AnyCommandClass>(COMMAND, handler);
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as readonly Type[];
  return {
    controller: controller.name,
    method,
    command,
    body: formOf(controller, method, RouteParamtypes.BODY, types),
    query: formOf(controller, method, RouteParamtypes.QUERY, types),
    takesQuery: inputOf(controller, method, RouteParamtypes.QUERY) !== undefined,
    ...answerOf(handler),
    needs: command?.route?.needs ?? metadata<string>(NEEDS, handler),
    status: statusOf(handler, command),
    produces: metadata<readonly string[]>('swagger/apiProduces', handler) ?? ['application/json'],
    isFresh: Reflect.hasMetadata(FRESH, prototype, method),
    takesFile: metadata<boolean>(FILE, handler) ?? false,
    takesHtmlForm: metadata<boolean>(HTML_FORM, handler) ?? false,
    takesKey: takesHeader(controller, method, 'idempotency-key'),
    isConditional: takesHeader(controller, method, 'if-none-match'),
    deprecation: metadata<Deprecation>(DEPRECATION, handler),
    isPublic: isPublic(controller, handler),
  };
};

const isPublic = (controller: object, handler: object): boolean =>
  metadata<boolean>(PUBLIC, handler) ?? metadata<boolean>(PUBLIC, controller) ?? false;

const noSchemas = () => ({});

const answerOf = (handler: object): Pick<Handler, 'answer' | 'schemas'> => ({
  answer: metadata<string>(ANSWER, handler),
  schemas: metadata<Handler['schemas']>(ANSWER_SCHEMAS, handler) ?? noSchemas,
});

const statusOf = (handler: object, command?: AnyCommandClass): number => {
  if (command?.route?.creates) return 201;
  const isPost = metadata<RequestMethod>(METHOD_METADATA, handler) === RequestMethod.POST;
  return metadata<number>(HTTP_CODE_METADATA, handler) ?? (isPost ? 201 : 200);
};

const functionAt = (controller: Type<object>, method: string): object =>
  Object(Object.getOwnPropertyDescriptor(controller.prototype, method)?.value) as object;

const metadata = <T>(key: string, target: object) => Reflect.getMetadata(key, target) as T | undefined;

const takesHeader = (controller: Type, method: string, name: string): boolean =>
  Object.entries(argumentsOf(controller, method)).some(
    ([key, { data }]) => key.startsWith(`${RouteParamtypes.HEADERS}:`) && data?.toLowerCase() === name,
  );

type Arguments = Readonly<Record<string, { readonly index: number; readonly data?: string }>>;

const argumentsOf = (controller: Type, method: string) =>
  (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Arguments;

/** The class of a `@Body()` or `@Query()` parameter for the whole input. */
const formOf = (controller: Type, method: string, kind: RouteParamtypes, types: readonly Type[]) => {
  const found = inputOf(controller, method, kind);
  const type = found && types[found.index];
  return isForm(type) ? type : undefined;
};

const inputOf = (controller: Type, method: string, kind: RouteParamtypes) =>
  Object.entries(argumentsOf(controller, method)).find(([key]) => key.startsWith(`${kind}:`))?.[1];
