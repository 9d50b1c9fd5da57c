import type { RouteOptions } from 'fastify';

type Pattern = { readonly path: RegExp; readonly methods: readonly string[] };

/** The methods of each path, collected as routes are added. */
export class AllowedMethods {
  private readonly patterns: Pattern[] = [];

  learn({ url, method }: Pick<RouteOptions, 'url' | 'method'>): void {
    const path = url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : RegExp.escape(part)))
      .join('/');
    if (!url.includes('*')) this.patterns.push({ path: new RegExp(`^${path}/?$`), methods: [method].flat() });
  }

  at(path: string): readonly string[] {
    return [...new Set(this.patterns.filter((each) => each.path.test(path)).flatMap(({ methods }) => methods))].sort();
  }
}
