import { useQuery } from '@tanstack/react-query';
import { addressOf } from '../../design/addresses.js';
import { Icon } from '../../design/icon.js';
import { Moment } from '../../design/moment.js';
import { searchPage } from '../../api/list.js';
import type { components } from '../../generated/api.js';
import { useSession } from '../../session/use-session.js';
import { Line, Section } from './section.js';
import { useHomeTexts } from './texts.js';

type Row = components['schemas']['NamedTask'];

const FEW = 5; // lines
const PACE = 15_000; // ms, because that a reminder is due is a matter of time and no event

/** The tasks of which the user is to be reminded now, while there are any; they appear by themselves. */
export const Reminders = () => {
  const [t, { userId }] = [useHomeTexts(), useSession()];
  const found = useQuery({
    queryKey: ['home', 'reminders', userId],
    queryFn: ({ signal }) =>
      searchPage<Row>(
        '/v1/tasks',
        { assignee: userId, reminding: 'true', sort: 'dueAt', limit: FEW, total: 'true' },
        signal,
      ),
    refetchInterval: PACE,
    meta: { list: '/v1/tasks' },
  });
  if (!found.data?.items.length) return null;
  return (
    <div role="status" aria-live="polite">
      <Section title={t('reminders')} none="" to="/tasks?reminding=true" found={found}>
        {({ taskId, subject, dueAt, customerId, customerName }) => (
          <Line
            key={taskId}
            lead={<Icon name="clock" />}
            to={addressOf.customer(customerId)}
            title={subject}
            about={customerName ?? customerId}
            side={<Moment at={dueAt} />}
          />
        )}
      </Section>
    </div>
  );
};
