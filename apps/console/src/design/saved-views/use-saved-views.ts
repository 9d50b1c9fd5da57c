import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { components } from '../../generated/api.js';

export type SavedView = components['schemas']['SavedView'];
type New = components['schemas']['NewSavedView'];
type Change = components['schemas']['SavedViewChange'];

const KEY = 'saved-views';

/** The saved views of a list: those of the user by name, then the shared ones; and what can be done with them. */
export const useSavedViews = (list: string) => {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: [KEY, list],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/saved-views', { params: { query: { list } }, signal })),
    staleTime: 60_000,
  });
  const read = () => client.invalidateQueries({ queryKey: [KEY, list] });
  return {
    views: data?.items ?? [],
    error,
    read,
    /** These throw `ApiProblem` and `Unreachable`. */
    save: async (view: Omit<New, 'list'>) => {
      await answerOf(api.POST('/v1/saved-views', { body: { list, ...view } }));
      await read();
    },
    change: async (viewId: string, body: Change) => {
      await answerOf(api.POST('/v1/saved-views/{viewId}/change', { params: { path: { viewId } }, body }));
      await read();
    },
    remove: async (viewId: string) => {
      await answerOf(api.DELETE('/v1/saved-views/{viewId}', { params: { path: { viewId } } }));
      await read();
    },
  };
};

export type KnownViews = ReturnType<typeof useSavedViews>;
