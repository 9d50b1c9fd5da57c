import { useQuery } from '@tanstack/react-query';
import { answerOf, api, call } from '../../api/client.js';
import { useAddress } from '../../design/use-address.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';

export type Definition = components['schemas']['ReportCatalogueReport'];
export type Report = components['schemas']['Report'];
export type ReportRow = components['schemas']['ReportRow'];

const MOST = 1_000; // rows

/** What is asked before anything is chosen. */
export const FIRST = { report: 'sales', by: 'quarter' };

/** The reports with their dimensions and measures, in the language that is shown. */
export const useDefinitions = () => {
  const language = useLanguage();
  return useQuery({
    queryKey: ['reports', language],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/reports', { signal })),
    staleTime: Infinity,
  });
};

/** What is asked, as the address says it. */
export type Asked = {
  readonly definition: Definition;
  readonly by: readonly string[];
  readonly measures: readonly string[];
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly currency: string | undefined;
  readonly asOf: string | undefined;
  readonly axis: string;
};

const firstOf = (definitions: readonly Definition[], name: string) =>
  definitions.find((each) => each.name === name) ?? definitions[0]!;

const askedIn = (params: URLSearchParams, definitions: readonly Definition[]): Asked => {
  const definition = firstOf(definitions, params.get('report') ?? FIRST.report);
  const dimensions = definition.dimensions.map(({ name }) => name);
  const measures = definition.measures.map(({ name }) => name);
  const by = params.getAll('by').filter((each) => dimensions.includes(each));
  const shown = params.getAll('show').filter((each) => measures.includes(each));
  const usual = [FIRST.by, 'month', ...dimensions].find((each) => dimensions.includes(each));
  return {
    definition,
    by: params.has('by') ? by : usual === undefined ? [] : [usual],
    measures: shown.length > 0 ? shown : measures.slice(0, 1),
    where: Object.fromEntries(dimensions.filter((each) => params.has(each)).map((each) => [each, params.getAll(each)])),
    currency: params.get('in') ?? undefined,
    asOf: params.get('asOf') ?? undefined,
    axis: params.get('axis') ?? 'recorded',
  };
};

/** What is asked, and asking something else: another report starts anew. */
export const useAsked = (definitions: readonly Definition[]) => {
  const [params, setParams] = useAddress();
  const set = (name: string, values: readonly string[]) => {
    const next = name === 'report' ? new URLSearchParams() : new URLSearchParams(params);
    next.delete(name);
    for (const value of values) next.append(name, value);
    setParams(next);
  };
  const setMoment = (asOf: string | undefined, axis: string) => {
    const next = new URLSearchParams(params);
    next.delete('asOf');
    next.delete('axis');
    if (asOf !== undefined) {
      next.set('asOf', asOf);
      next.set('axis', axis);
    }
    setParams(next);
  };
  return { asked: askedIn(params, definitions), set, setMoment };
};

const COMMA = /[\\,]/g;

/** Values of a filter, with commas as the API takes them. */
const written = (values: readonly string[]) => values.map((value) => value.replace(COMMA, (each) => `\\${each}`));

/** The figures. */
export const useReport = ({
  definition,
  by,
  where,
  asOf,
  axis,
}: Pick<Asked, 'definition' | 'by' | 'where' | 'asOf' | 'axis'>) => {
  const filters = Object.fromEntries(Object.entries(where).map(([name, values]) => [name, written(values)]));
  const query = { ...filters, by: [...by], limit: MOST, ...(asOf !== undefined && { asOf, axis }) };
  return useQuery({
    queryKey: ['report', definition.name, query],
    queryFn: async ({ signal }) =>
      (await call<Report>('GET', `/v1/reports/${definition.name}`, { query, signal })).data,
    placeholderData: (before) => (before?.name === definition.name ? before : undefined),
  });
};
