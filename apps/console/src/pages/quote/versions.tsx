import { Link } from 'react-router';
import type { Field } from '../../api/catalogue.js';
import { addressOf } from '../../design/addresses.js';
import { day } from '../../design/dates.js';
import { exactMoney } from '../../design/format.js';
import { Icon } from '../../design/icon.js';
import { Value } from '../../design/list/cell.js';
import { Section } from '../../design/section.js';
import { useLanguage } from '../../words/language.js';
import type { Quote } from './quote-types.js';
import { useQuoteTexts } from './texts.js';

type Props = { readonly quote: Quote; readonly fields: readonly Field[] };

/** All versions with their totals, the newest first; each can be printed as it was. */
export const Versions = ({ quote, fields }: Props) => {
  const [t, language] = [useQuoteTexts(), useLanguage()];
  const status = fields.find(({ name }) => name === 'status');
  return (
    <Section title={t('versions')} aside={quote.versions.length}>
      <ul className="todo">
        {quote.versions.toReversed().map((each) => (
          <li key={each.version}>
            <Icon name="audit" />
            <span>
              {t('version', { version: each.version })} · {status && <Value value={each.status} field={status} />}
              {each.superseded && <span className="faint"> · {t('superseded')}</span>}
              <span className="small faint block">
                {t('preparedAt', { day: day(each.preparedAt, language) })}
                {each.sentAt !== null && <> · {t('sentAt', { day: day(each.sentAt, language) })}</>}
              </span>
            </span>
            <span className="num">
              <span className="block">
                {exactMoney({ amount: each.totals.total, currency: each.currency }, language)}
              </span>
              <Link className="link small" to={addressOf.printQuote(quote.quoteId, each.version)}>
                {t('print')} <span className="sr">: {t('version', { version: each.version })}</span>
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
