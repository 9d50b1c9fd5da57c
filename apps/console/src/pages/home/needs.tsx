import { dayFrom } from '../../design/days.js';
import { addressOf } from '../../design/addresses.js';
import { day, span } from '../../design/dates.js';
import { useNow } from '../../design/moment.js';
import { useValueWords } from '../../design/value-words.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { Line, Section } from './section.js';
import { useHomeTexts } from './texts.js';
import { useLines } from './use-lines.js';
import type { Whose } from './use-whose.js';

type Row = components['schemas']['NamedNeed'];

const AHEAD = 30; // days

/** Needs of customers that end soon. */
export const NeedsEnding = ({ whose: { userId, isTeam } }: { readonly whose: Whose }) => {
  const [t, now] = [useHomeTexts(), useNow()];
  const found = useLines<Row>('/v1/needs', {
    ...(isTeam ? {} : { owner: userId }),
    status: 'current',
    'until.to': dayFrom(now, AHEAD),
    sort: 'until',
  });
  return (
    <Section title={t('needs')} none={t('noNeeds')} found={found}>
      {(row) => <Ending key={`${row.customerId} ${row.needId}`} row={row} />}
    </Section>
  );
};

const Ending = ({ row }: { readonly row: Row }) => {
  const [word, now, language] = [useValueWords(), useNow(), useLanguage()];
  const { customerId, customerName, description, until, product, duration } = row;
  return (
    <Line
      lead={until && day(until, language)}
      under={until && span(`${until}T23:59:59`, now, language)}
      to={addressOf.customer(customerId)}
      title={description}
      about={customerName ?? customerId}
      side={<span className="muted">{product}</span>}
      sideUnder={word('NamedNeedDuration', duration)}
    />
  );
};
