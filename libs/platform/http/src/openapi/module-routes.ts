import type { Words } from '@annals/event-sourcing';
import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { SUMMARY } from './summary.js';
import { handlersIn, type Handler } from './openapi.handlers.js';

/** A route as its decorators declare it. */
export type Route = Pick<Handler, 'command' | 'needs' | 'isPublic' | 'deprecation'> & {
  readonly method: string;
  /** With parameters in braces: `/v1/complaints/{complaintId}/assign`. */
  readonly path: string;
  /** `undefined` for a route without `Summary`. */
  readonly summary: Words | undefined;
};

/** Every route of the controllers of these modules and of their imports, without running them. */
export const routesIn = (modules: readonly (Type | DynamicModule)[]): readonly Route[] =>
  [...new Set(modules.flatMap(controllersIn))].flatMap((controller) =>
    handlersIn(controller).map((handler) => routeOf(controller, handler)),
  );

const controllersIn = (module: Type | DynamicModule): readonly Type<object>[] => {
  const { module: type, controllers = [], imports = [] } = isDynamic(module) ? module : { module };
  return [
    ...(controllers as readonly Type<object>[]),
    ...listed<Type<object>>(MODULE_METADATA.CONTROLLERS, type),
    ...[...imports, ...listed<Type>(MODULE_METADATA.IMPORTS, type)].flatMap((each) =>
      controllersIn(each as Type | DynamicModule),
    ),
  ];
};

const isDynamic = (module: Type | DynamicModule): module is DynamicModule => 'module' in module;

const listed = <T>(key: string, type: Type) => (Reflect.getMetadata(key, type) ?? []) as readonly T[];

const routeOf = (controller: Type<object>, { command, needs, isPublic, deprecation, method: name }: Handler): Route => {
  const handler = Object(Object.getOwnPropertyDescriptor(controller.prototype, name)?.value) as object;
  const said = <T>(key: string, target: object = handler) => Reflect.getMetadata(key, target) as T;
  const parts = [said<string>(PATH_METADATA, controller), said<string>(PATH_METADATA)];
  const path = parts.flatMap((part) => part.split('/').filter((word) => word !== '')).join('/');
  return {
    method: RequestMethod[said<RequestMethod>(METHOD_METADATA)],
    path: `/${path.replaceAll(/:(\w+)/g, '{$1}')}`,
    summary: said<Words | undefined>(SUMMARY),
    ...{ command, needs, isPublic, deprecation },
  };
};
