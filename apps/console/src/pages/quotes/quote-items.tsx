import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { exactMoney } from '../../design/format.js';
import { Icon } from '../../design/icon.js';
import { useValueWords } from '../../design/value-words.js';
import { useLanguage } from '../../words/language.js';
import type { Status } from '../quote/quote-types.js';

export type QuoteItem = {
  readonly quoteId: string;
  readonly number: string | null;
  readonly title: string;
  readonly status: Status;
  readonly currency: string;
  readonly total: string;
};

/** Quotes in a few words, each a link. */
export const QuoteItems = ({ quotes }: { readonly quotes: readonly QuoteItem[] }) => {
  const [word, language] = [useValueWords(), useLanguage()];
  return (
    <ul className="todo">
      {quotes.map(({ quoteId, number, title, status, currency, total }) => (
        <li key={quoteId}>
          <Icon name="coin" />
          <span>
            <Link className="figure" to={addressOf.quote(quoteId)}>
              {title}
            </Link>
            <span className="small faint block">
              {word('NamedQuoteStatus', status)}
              {number !== null && ` · ${number}`}
            </span>
          </span>
          <span className="num">{exactMoney({ amount: total, currency }, language)}</span>
        </li>
      ))}
    </ul>
  );
};
