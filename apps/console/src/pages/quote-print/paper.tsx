import type { ReactNode } from 'react';
import { day } from '../../design/dates.js';
import { useNames } from '../../design/use-names.js';
import { useLanguage } from '../../words/language.js';
import type { QuoteVersion } from '../quote/quote-types.js';
import { TotalRows } from '../quote/total-rows.js';
import { PaperLines } from './paper-lines.js';
import { usePrintTexts } from './texts.js';

type Props = { readonly quote: QuoteVersion };

/** The sheets: sender, recipient, number, days, lines, totals, terms. */
export const Paper = ({ quote }: Props) => {
  const t = usePrintTexts();
  const { title, paymentTerms, notes, sentAt } = quote;
  return (
    <article className="paper">
      <header>
        <div>
          <p className="kind">{t('quote')}</p>
          <h1>{title}</h1>
          {sentAt === null && <p className="muted">{t('draft')}</p>}
        </div>
        <Days quote={quote} />
      </header>
      <Parties quote={quote} />
      <PaperLines quote={quote} />
      <TotalRows quote={quote} isPrinted />
      <Said title={t('paymentTerms')}>{paymentTerms}</Said>
      <Said title={t('notes')}>{notes}</Said>
    </article>
  );
};

const Days = ({ quote: { number, quoteId, version, sentAt, preparedAt, validUntil } }: Props) => {
  const [t, language] = [usePrintTexts(), useLanguage()];
  const facts = [
    [t('number'), number ?? quoteId],
    [t('version'), version],
    [t('date'), day(sentAt ?? preparedAt, language)],
    [t('validUntil'), day(validUntil, language)],
  ] as const;
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

/** The sender is the owner or, without one, who prepared the version. */
const Parties = ({ quote: { owner, preparedBy, recipient, customerName, customerId } }: Props) => {
  const [t, nameOf] = [usePrintTexts(), useNames()];
  const sender = owner ?? preparedBy;
  return (
    <div className="parties">
      <div>
        <h2>{t('to')}</h2>
        <p className="said">{recipient ?? customerName ?? customerId}</p>
      </div>
      {sender && (
        <div>
          <h2>{t('from')}</h2>
          <p>{sender.name ?? nameOf(sender.id)}</p>
        </div>
      )}
    </div>
  );
};

const Said = ({ title, children }: { readonly title: string; readonly children: ReactNode }) =>
  children === null ? null : (
    <section>
      <h2>{title}</h2>
      <p className="said">{children}</p>
    </section>
  );
