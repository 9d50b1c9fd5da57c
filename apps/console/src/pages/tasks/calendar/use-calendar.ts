import { useQuery } from '@tanstack/react-query';
import { searchPage } from '../../../api/list.js';
import { answerOf, api } from '../../../api/client.js';
import { useAddress } from '../../../design/use-address.js';
import { useNow } from '../../../design/moment.js';
import { withParam } from '../../../design/with-param.js';
import { useMay, useSession } from '../../../session/use-session.js';
import type { Task } from '../acts.js';
import { dayOf, type Day } from '../../../design/days.js';
import { daysOf, instantsOf, isDay, SPANS, type Span } from './days.js';

const MOST = 500; // tasks
const COLLEAGUES = 200; // users

/** Whose tasks the calendar can show. */
const PEOPLE = ['mine', 'team', 'all'] as const;
export type Whose = (typeof PEOPLE)[number];

/** What the calendar shows, which stands in the address. */
export const useCalendarState = () => {
  const [[params, setParams], now] = [useAddress(), useNow()];
  const [today, asked] = [dayOf(now), params.get('day')];
  const set = (name: string, value: string | undefined) => setParams((before) => withParam(before, name, value));
  return {
    today,
    day: isDay(asked) ? asked : today,
    span: SPANS.find((each) => each === params.get('span')) ?? 'week',
    whose: PEOPLE.find((each) => each === params.get('whose')) ?? 'mine',
    show: (day: Day) => set('day', day === today ? undefined : day),
    showSpan: (span: Span) => set('span', span === 'week' ? undefined : span),
    showTasksOf: (whose: Whose) => set('whose', whose === 'mine' ? undefined : whose),
  };
};

/** The users of one's team; none if there is no team, or nothing may be known of it. */
export const useTeam = (): readonly string[] => {
  const [may, { userId }] = [useMay(), useSession()];
  const { data } = useQuery({
    queryKey: ['team-of', userId],
    queryFn: async ({ signal }) => {
      const { teamId } = await answerOf(api.GET('/v1/users/{userId}', { params: { path: { userId } }, signal }));
      if (teamId === null) return [];
      const found = await answerOf(
        api.GET('/v1/users', { params: { query: { team: [teamId], limit: COLLEAGUES } }, signal }),
      );
      return found.items.map((user) => user.userId);
    },
    enabled: may('organisation.read'),
    staleTime: 5 * 60_000,
    retry: false,
  });
  return data ?? [];
};

/** The tasks of the days that are shown, the cancelled ones left out. */
export const useTasksOn = (day: Day, span: Span, assignees: readonly string[] | undefined) => {
  const { from, to } = instantsOf(daysOf(day, span));
  return useQuery({
    queryKey: ['task-calendar', from, to, assignees],
    queryFn: ({ signal }) =>
      searchPage<Task>(
        '/v1/tasks',
        {
          ...{ 'dueAt.from': from, 'dueAt.to': to, status: ['open', 'done'], sort: 'dueAt', limit: MOST },
          ...(assignees && { assignee: assignees }),
        },
        signal,
      ),
    placeholderData: (before) => before,
    meta: { list: '/v1/tasks' },
  });
};
