import { useQuery } from '@tanstack/react-query';
import { answerOf, api, call } from '../../api/client.js';
import type { Filters } from '../../design/list/list-state.js';
import { useAddress } from '../../design/use-address.js';
import { withParam } from '../../design/with-param.js';
import type { Report } from '../reports/use-report.js';
import { DEALS } from './use-board.js';

/** The moment as of which the forecast is shown, as the address says it. */
export const useMoment = () => {
  const [params, setParams] = useAddress();
  const [asOf, axis] = [params.get('asOf') ?? undefined, params.get('axis') ?? 'occurred'];
  const setMoment = (next: string | undefined, by: string) =>
    setParams((before) => withParam(withParam(before, 'asOf', next), 'axis', next && by));
  return { asOf, axis, setMoment };
};

export type Moment = Pick<ReturnType<typeof useMoment>, 'asOf' | 'axis'>;

const then = ({ asOf, axis }: Moment) => (asOf === undefined ? {} : { asOf, axis: axis as 'occurred' | 'recorded' });

/** The open deals by currency and month of expected close, with totals by currency. */
export const useForecast = (filters: Filters, moment: Moment) =>
  useQuery({
    queryKey: ['forecast', filters, moment],
    queryFn: async ({ signal }) => {
      const query = { ...filters, ...then(moment), status: 'open', by: ['expectedMonth'] };
      return (await call<Report>('GET', '/v1/reports/deals', { query, signal })).data;
    },
    placeholderData: (before) => before,
    meta: { list: DEALS },
  });

/** How deals went on from each step: what speaks for the probabilities. */
export const useConversions = (filters: Filters, moment: Moment) =>
  useQuery({
    queryKey: ['conversions', filters, moment],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/deals/conversion', { params: { query: { ...filters, ...then(moment) } }, signal })),
    placeholderData: (before) => before,
    meta: { list: DEALS },
  });

/** What became of the deals that were open at a moment. */
export const useOutcomes = (filters: Filters, moment: Moment & { readonly asOf: string }) =>
  useQuery({
    queryKey: ['forecast-outcomes', filters, moment],
    queryFn: ({ signal }) => {
      const query = { ...filters, asOf: moment.asOf, axis: moment.axis as 'occurred' | 'recorded' };
      return answerOf(api.GET('/v1/deals/forecast-outcomes', { params: { query }, signal }));
    },
    placeholderData: (before) => before,
    meta: { list: DEALS },
  });
