import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { day } from '../../design/dates.js';
import { money } from '../../design/format.js';
import { Icon, type IconName } from '../../design/icon.js';
import { Moment, useNow } from '../../design/moment.js';
import { Section } from '../../design/section.js';
import { useLanguage } from '../../words/language.js';
import type { CustomerView } from './data.js';
import { useCustomerTexts } from './texts.js';

type Item = {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  readonly to: string;
  readonly aside: string;
  readonly due: ReactNode;
};

const complaintsOf = ({ complaints }: CustomerView, overdue: string): readonly Item[] =>
  (complaints?.openComplaints ?? []).map(({ complaintId, subject, assignee, dueAt, overdueSince }) => ({
    ...{
      id: complaintId,
      icon: 'alert' as const,
      title: subject,
      to: addressOf.complaint(complaintId),
    },
    aside: assignee?.name ?? assignee?.id ?? '',
    due: overdueSince === null ? <Moment at={dueAt} /> : <span className="bad">{overdue}</span>,
  }));

const tasksOf = ({ tasks }: CustomerView, now: Date, overdue: string): readonly Item[] =>
  (tasks?.next ?? []).map(({ taskId, subject, assignee, dueAt }) => ({
    ...{ id: taskId, icon: 'check' as const, title: subject, to: `/tasks?desk=open` },
    aside: assignee?.name ?? assignee?.id ?? '',
    due: new Date(dueAt) < now ? <span className="bad">{overdue}</span> : <Moment at={dueAt} />,
  }));

/** What is open: tasks and complaints with their due time, deals with their value. */
export const Todo = ({ customer }: { readonly customer: CustomerView }) => {
  const [t, language, now] = [useCustomerTexts(), useLanguage(), useNow()];
  const deals = (customer.deals?.openDeals ?? []).map(({ dealId, title, value, expectedCloseDate }): Item => ({
    ...{ id: dealId, icon: 'deal', title, to: addressOf.deal(dealId), aside: money(value, language) },
    due: expectedCloseDate === null ? '' : t('due', { day: day(expectedCloseDate, language, true) }),
  }));
  const items = [...complaintsOf(customer, t('overdue')), ...tasksOf(customer, now, t('overdue')), ...deals];
  return (
    <Section
      title={
        <>
          {t('todo')}{' '}
          <span className="faint" style={{ fontWeight: 400 }}>
            {items.length}
          </span>
        </>
      }
    >
      {items.length === 0 && <p className="muted">{t('nothingToDo')}</p>}
      <ul className="todo">
        {items.map(({ id, icon, title, aside, to, due }) => (
          <li key={id}>
            <Icon name={icon} />
            <span>
              <Link className="figure" to={to}>
                {title}
              </Link>
              <span className="small faint" style={{ display: 'block' }}>
                {aside}
              </span>
            </span>
            <span className="num">{due}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
