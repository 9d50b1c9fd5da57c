import type { FastifyRequest, RouteOptions } from 'fastify';
import { HTML_FORM } from '../openapi/route-marks.js';

/** Maximum size of the body of a route that takes HTML forms, in bytes. */
const LARGEST = 64 * 1024;

const isMarked = (config: object | undefined) => config !== undefined && HTML_FORM in config;

/** Whether the route of a request takes HTML forms. */
export const takesHtmlForm = ({ routeOptions: { config } }: FastifyRequest): boolean => isMarked(config);

/** Anyone can send forms, so that their bodies are small. */
export const limitHtmlForms = (route: RouteOptions): void => {
  if (isMarked(route.config)) route.bodyLimit = LARGEST;
};

/** The fields of a form; one that is there several times is a list. */
export const fieldsOfForm = (body: Buffer): Readonly<Record<string, string | readonly string[]>> => {
  const pairs = [...new URLSearchParams(body.toString())];
  const byName = Map.groupBy(pairs, ([name]) => name);
  return Object.fromEntries(
    [...byName].map(([name, all]) => [name, all.length === 1 ? all[0]![1] : all.map(([, value]) => value)]),
  );
};
