import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { components } from '../../generated/api.js';

export type Import = components['schemas']['ImportEntry'];
export type Task = NonNullable<Import['task']>;

const [OFTEN, SELDOM] = [700, 10_000]; // ms between two looks, while something is done and otherwise

const keyOf = (importId: string) => ['imports', importId];

export const isOpen = (task: Task | null | undefined): boolean =>
  task?.state === 'waiting' || task?.state === 'running';

/** An import, which is looked at often while something is done for it. */
export const useImport = (importId: string) =>
  useQuery({
    queryKey: keyOf(importId),
    queryFn: ({ signal }) => answerOf(api.GET('/v1/imports/{importId}', { params: { path: { importId } }, signal })),
    refetchInterval: ({ state }) => (isOpen(state.data?.task) ? OFTEN : SELDOM),
  });

/** What can be asked for of an import. */
export type Act = 'run' | 'dry-run' | 'pause' | 'undo' | 'dry-undo';

const ask = (importId: string, act: Act) => {
  const params = { path: { importId } };
  if (act === 'pause') return api.POST('/v1/imports/{importId}/pause', { params });
  const body = { dryRun: act.startsWith('dry-') };
  return act.endsWith('undo')
    ? api.POST('/v1/imports/{importId}/undo', { params, body })
    : api.POST('/v1/imports/{importId}/run', { params, body });
};

/** Asks for something of an import, and shows what the server answers. */
export const useAct = (importId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: Act) => answerOf<Import>(ask(importId, act)),
    onSuccess: (after) => client.setQueryData(keyOf(importId), after),
  });
};
