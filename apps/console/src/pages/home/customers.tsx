import { startOfDay } from '../../design/days.js';
import { addressOf } from '../../design/addresses.js';
import { day, span } from '../../design/dates.js';
import { Lifecycle } from '../../design/lifecycle.js';
import { useNow } from '../../design/moment.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { Line, Section } from './section.js';
import { useHomeTexts } from './texts.js';
import { useLines } from './use-lines.js';
import type { Whose } from './use-whose.js';

type Row = components['schemas']['CustomerRow'];

const QUIET = 30; // days without a contact

/** Customers who were not contacted for long, those first who wait longest. */
export const ContactsDue = ({ whose: { userId, isTeam } }: { readonly whose: Whose }) => {
  const [t, now] = [useHomeTexts(), useNow()];
  const query = {
    ...(isTeam ? {} : { owner: userId }),
    state: ['initial', 'developing', 'mature', 'declining'],
    'lastContactAt.to': startOfDay(now, -QUIET),
    sort: 'lastContactAt',
  };
  const found = useLines<Row>('/v1/customers', query);
  const { state, ...rest } = query;
  const all = new URLSearchParams([
    ...Object.entries(rest),
    ...state.map((each) => ['state', each] as [string, string]),
  ]);
  return (
    <Section
      title={t('quiet', { days: QUIET })}
      none={t('noQuiet', { days: QUIET })}
      to={`/customers?${all.toString()}`}
      found={found}
    >
      {(row) => <Quiet key={row.customerId} row={row} isTeam={isTeam} />}
    </Section>
  );
};

const Quiet = ({ row, isTeam }: { readonly row: Row; readonly isTeam: boolean }) => {
  const [t, now, language] = [useHomeTexts(), useNow(), useLanguage()];
  const { customerId, name, city, owner, state, lastContactAt } = row;
  return (
    <Line
      lead={lastContactAt && span(lastContactAt, now, language)}
      under={lastContactAt && t('lastContact', { day: day(lastContactAt, language) })}
      to={addressOf.customer(customerId)}
      title={name ?? customerId}
      about={city}
      side={<Lifecycle state={state} />}
      sideUnder={isTeam && (owner?.name ?? owner?.id)}
    />
  );
};
