import { addressOf } from '../../design/addresses.js';
import { day, time } from '../../design/dates.js';
import { useValueWords } from '../../design/value-words.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { Left } from './left.js';
import { Line, Section } from './section.js';
import { useHomeTexts } from './texts.js';
import { useLines } from './use-lines.js';
import type { Whose } from './use-whose.js';

type Row = components['schemas']['NamedTask'];

/** Open tasks, those first that are due first. */
export const TasksDue = ({ whose: { userId, isTeam } }: { readonly whose: Whose }) => {
  const t = useHomeTexts();
  const whose = isTeam ? {} : { assignee: userId };
  const found = useLines<Row>('/v1/tasks', { ...whose, status: 'open', sort: 'dueAt' });
  return (
    <Section
      title={t('tasks')}
      none={t(isTeam ? 'noTasksOfAll' : 'noTasks')}
      to={isTeam ? '/tasks?desk=open' : '/tasks'}
      found={found}
    >
      {(row) => <Due key={row.taskId} row={row} isTeam={isTeam} />}
    </Section>
  );
};

const Due = ({ row, isTeam }: { readonly row: Row; readonly isTeam: boolean }) => {
  const [t, word, language] = [useHomeTexts(), useValueWords(), useLanguage()];
  const { subject, customerName, customerId, assignee, dueAt, kind } = row;
  return (
    <Line
      lead={<Left dueAt={dueAt} />}
      under={t('due', { at: `${day(dueAt, language, true)} ${time(dueAt)}` })}
      to={addressOf.customer(customerId)}
      title={subject}
      about={customerName ?? customerId}
      side={word('PlanTaskKind', kind)}
      sideUnder={isTeam ? (assignee?.name ?? assignee?.id ?? t('unassigned')) : ''}
    />
  );
};
