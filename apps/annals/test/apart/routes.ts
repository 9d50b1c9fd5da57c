import { textOf } from '../deployment/files.js';

type Route = { readonly pattern: RegExp; readonly process: string };

const lines = [...textOf('proxy/nginx.conf').matchAll(/^ {4}("~|default )(.*?)"? (\w+);$|^ {4}default (\w+);$/gm)];

/** The table of the proxy: the first matching line decides. */
export const routes: readonly Route[] = lines
  .filter(([line]) => !line.includes('$before'))
  .map(([, , pattern, process, fallback]) => ({ pattern: new RegExp(pattern ?? ''), process: process ?? fallback! }));

/** `request` is a method and a path: `GET /v1/customers`. */
export const routeOf = (request: string): Route => routes.find(({ pattern }) => pattern.test(request))!;
