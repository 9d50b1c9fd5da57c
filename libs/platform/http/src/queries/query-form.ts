import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';

type Arguments = Readonly<Record<string, { readonly index: number }>>;

/** Sets the class of the `@Query()` parameter if it is created at run time and cannot be the parameter's type. */
export const QueryForm =
  (form: Type): MethodDecorator =>
  (prototype, method) => {
    const taken = (Reflect.getMetadata(ROUTE_ARGS_METADATA, prototype.constructor, method) ?? {}) as Arguments;
    const query = Object.entries(taken).find(([key]) => key.startsWith(`${RouteParamtypes.QUERY}:`));
    if (!query) throw new Error(`${String(method)} has no query parameter.`);
    const types = Reflect.getMetadata('design:paramtypes', prototype, method) as readonly Type[];
    Reflect.defineMetadata('design:paramtypes', types.with(query[1].index, form), prototype, method);
  };
