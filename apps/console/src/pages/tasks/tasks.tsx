import { useState } from 'react';
import { addressOf } from '../../design/addresses.js';
import { Clock } from '../../design/clock.js';
import { DeskPage } from '../../design/list/desk-page.js';
import { List } from '../../design/list/list.js';
import { Moment } from '../../design/moment.js';
import { Empty } from '../../design/states.js';
import { useValueWords } from '../../design/value-words.js';
import { useSession } from '../../session/use-session.js';
import { ActDrawer, Acts, type Act, type Task } from './acts.js';
import { Calendar } from './calendar/calendar.js';
import { useTasksTexts } from './texts.js';

const DESKS = ['mine', 'open', 'overdue', 'calendar', 'ended'] as const;
type Desk = (typeof DESKS)[number];

/** What each desk shows, and in which order until the user sorts. */
const conditionsOf = (desk: Desk, userId: string) => {
  const open = { status: 'open', sort: 'dueAt' };
  return {
    mine: { ...open, assignee: userId },
    open,
    overdue: { ...open, overdue: 'true' },
    calendar: undefined,
    ended: { status: ['done', 'cancelled'], sort: '-dueAt' },
  }[desk];
};

/** What is to be done: what is due first stands first. */
const Tasks = () => {
  const [t, { userId }] = [useTasksTexts(), useSession()];
  return (
    <DeskPage
      title={t('title')}
      label={t('desks')}
      path="/v1/tasks"
      desks={DESKS}
      name={t}
      conditionsOf={(desk) => conditionsOf(desk, userId)}
      begin={{
        ...{ right: 'tasks.write', param: 'plan', label: t('plan'), command: 'PlanTask' },
        shown: ['subject', 'kind', 'dueAt', 'assignee'],
      }}
    >
      {(desk) => (desk === 'calendar' ? <Calendar /> : <Desk key={desk} desk={desk} />)}
    </DeskPage>
  );
};

const Desk = ({ desk }: { readonly desk: Desk }) => {
  const [t, { userId }] = [useTasksTexts(), useSession()];
  const [act, begin] = useState<Act>();
  return (
    <>
      <List<Task>
        path="/v1/tasks"
        fixed={conditionsOf(desk, userId) ?? {}}
        saves={['desk']}
        idOf={({ taskId }) => taskId}
        to={({ customerId }) => addressOf.customer(customerId)}
        columns={[
          { name: 'subject', width: '30%', phone: 'wide' },
          { name: 'customerName', width: '20%', phone: 'wide', label: { en: 'Customer', zh: '客户' } },
          { name: 'kind', width: '88px' },
          { name: 'dueAt', width: '200px', phone: 'start', show: (task) => <Due task={task} /> },
          {
            name: 'assignee',
            phone: 'side',
            show: (task) => (
              <span className="holder">
                <span className={task.assignee ? undefined : 'faint'}>
                  {task.assignee ? (task.assignee.name ?? task.assignee.id) : t('nobody')}
                </span>
                <Acts task={task} begin={begin} />
              </span>
            ),
          },
        ]}
        empty={<Empty title={t('none')}>{t('noneWhy')}</Empty>}
      />
      {act && <ActDrawer key={`${act.command} ${act.task.taskId}`} {...act} onClose={() => begin(undefined)} />}
    </>
  );
};

/** The time that is left, or how the task ended. */
const Due = ({ task: { status, dueAt, endedAt } }: { readonly task: Task }) => {
  const word = useValueWords();
  if (status === 'open') return <Clock dueAt={dueAt} overdueSince={null} pausedSince={null} />;
  return (
    <span className="muted">
      {word('NamedTaskStatus', status)} {endedAt && <Moment at={endedAt} />}
    </span>
  );
};

export default Tasks;
