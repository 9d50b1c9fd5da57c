import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { Clock } from '../../design/clock.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { Icon } from '../../design/icon.js';
import { Section } from '../../design/section.js';
import { useMay } from '../../session/use-session.js';
import { ActDrawer, Acts, type Act, type Task } from './acts.js';
import { useTasksTexts } from './texts.js';

const SHOWN = 5; // tasks

type Props = {
  readonly customerId: string;
  /** The deal or the complaint. */
  readonly of: { readonly dealId: string } | { readonly complaintId: string };
  /** Whether anything can still be planned for it. */
  readonly isOpen: boolean;
};

const useTasksOf = (of: Props['of']) => {
  const may = useMay();
  const filter = 'dealId' in of ? { deal: [of.dealId] } : { complaint: [of.complaintId] };
  return useQuery({
    queryKey: ['tasks-of', filter],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/tasks', {
          params: { query: { ...filter, status: ['open'], sort: 'dueAt', limit: SHOWN } },
          signal,
        }),
      ),
    enabled: may('tasks.read'),
    meta: { list: '/v1/tasks' },
  }).data?.items;
};

/** What is to be done next for a deal or a complaint, and what comes after it. */
export const TasksOf = (props: Props) => {
  const t = useTasksTexts();
  const [act, begin] = useState<Act>();
  const items = useTasksOf(props.of);
  if (!items || (!props.isOpen && items.length === 0)) return null;
  return (
    <Section title={t('next')}>
      {items.length === 0 && <p className="muted">{t('nothingPlanned')}</p>}
      <ul className="todo">
        {items.map((task) => (
          <Line key={task.taskId} task={task} begin={begin} />
        ))}
      </ul>
      {props.isOpen && <Planning {...props} />}
      {act && <ActDrawer key={`${act.command} ${act.task.taskId}`} {...act} onClose={() => begin(undefined)} />}
    </Section>
  );
};

const Planning = ({ customerId, of }: Props) => {
  const [t, may] = [useTasksTexts(), useMay()];
  const [isPlanning, plan] = useState(false);
  if (!may('tasks.write')) return null;
  return (
    <>
      <button type="button" className="btn mini" onClick={() => plan(true)}>
        <Icon name="plus" /> {t('plan')}
      </button>
      {isPlanning && (
        <CommandDrawer
          name="PlanTask"
          fixed={{ customerId, ...of }}
          shown={['subject', 'kind', 'dueAt', 'assignee']}
          onClose={() => plan(false)}
          onDone={() => undefined}
        />
      )}
    </>
  );
};

const Line = ({ task, begin }: { readonly task: Task; readonly begin: (act: Act) => void }) => {
  const { subject, assignee, dueAt } = task;
  return (
    <li>
      <Icon name="check" />
      <span>
        {subject}
        <span className="small faint" style={{ display: 'block' }}>
          {assignee?.name ?? assignee?.id} <Clock dueAt={dueAt} overdueSince={null} pausedSince={null} />
        </span>
      </span>
      <Acts task={task} begin={begin} />
    </li>
  );
};
