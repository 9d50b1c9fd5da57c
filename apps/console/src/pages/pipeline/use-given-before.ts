import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { useMay } from '../../session/use-session.js';

const [MOST, READ] = [5, 200]; // reasons that are shown, rows that are read

/** The reasons for which most deals were lost, the most frequent first. */
export const useGivenBefore = (): readonly string[] => {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['reasons-of-losses'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/reports/{name}', {
          params: { path: { name: 'sales' }, query: { by: ['reason'], outcome: ['lost'], limit: READ } },
          signal,
        }),
      ),
    enabled: may('reports.read') && may('personal.read'),
    staleTime: Infinity,
  });
  const counts = new Map<string, number>();
  for (const { key, measures } of data?.rows ?? []) {
    const reason = key['reason'];
    if (typeof reason === 'string') counts.set(reason, (counts.get(reason) ?? 0) + Number(measures['deals'] ?? 0));
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([reason]) => reason);
};
