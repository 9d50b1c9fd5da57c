import { call } from './client.js';

/** One page of a list. */
export type ListPage<Row> = {
  readonly items: readonly Row[];
  readonly next: string | null;
  readonly total?: { readonly count: number; readonly more: boolean };
};

/** What a list is asked for: filters by name, `sort`, `limit`, `cursor`, `total`, and words to search for as `q`. */
export type ListQuery = Readonly<Record<string, unknown>>;

/** The list at a path such as `/v1/customers`. Throws `ApiProblem` and `Unreachable`. */
export const searchPage = async <Row>(path: string, query: ListQuery, signal?: AbortSignal): Promise<ListPage<Row>> =>
  (await call<ListPage<Row>>('GET', path, { query, ...(signal && { signal }) })).data;
