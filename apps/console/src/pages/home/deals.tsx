import { dayFrom } from '../../design/days.js';
import { addressOf } from '../../design/addresses.js';
import { day, relative, span } from '../../design/dates.js';
import { Amount, useNow } from '../../design/moment.js';
import { useValueWords } from '../../design/value-words.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { Line, Section } from './section.js';
import { useHomeTexts } from './texts.js';
import { useLines } from './use-lines.js';
import type { Whose } from './use-whose.js';

type Row = components['schemas']['NamedDeal'];

const AHEAD = 14; // days

/** Open deals that should be closed by now or soon. */
export const DealsClosing = ({ whose: { userId, isTeam } }: { readonly whose: Whose }) => {
  const [t, now] = [useHomeTexts(), useNow()];
  const query = {
    ...(isTeam ? {} : { owner: userId }),
    status: 'open',
    'expectedCloseDate.to': dayFrom(now, AHEAD),
    sort: 'expectedCloseDate',
  };
  const found = useLines<Row>('/v1/deals', query);
  const layout = new URLSearchParams({ layout: 'list', ...query });
  return (
    <Section title={t('deals')} none={t('noDeals')} to={`/pipeline?${layout.toString()}`} found={found}>
      {(row) => <Closing key={row.dealId} row={row} isTeam={isTeam} />}
    </Section>
  );
};

const Closing = ({ row, isTeam }: { readonly row: Row; readonly isTeam: boolean }) => {
  const [word, language] = [useValueWords(), useLanguage()];
  const { dealId, title, customerName, customerId, step, owner, value, expectedCloseDate } = row;
  return (
    <Line
      lead={expectedCloseDate && day(expectedCloseDate, language)}
      under={expectedCloseDate && <Left until={`${expectedCloseDate}T23:59:59`} />}
      to={addressOf.deal(dealId)}
      title={title}
      about={customerName ?? customerId}
      side={<Amount value={value} />}
      sideUnder={[word('OpenDealStep', step), isTeam && (owner?.name ?? owner?.id)].filter(Boolean).join(' · ')}
    />
  );
};

const Left = ({ until }: { readonly until: string }) => {
  const [t, now, language] = [useHomeTexts(), useNow(), useLanguage()];
  return new Date(until) < now ? (
    <span className="bad">{t('passed', { time: span(until, now, language) })}</span>
  ) : (
    <>{relative(until, now, language)}</>
  );
};
