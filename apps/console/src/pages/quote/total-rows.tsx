import { exact, exactMoney, number } from '../../design/format.js';
import { useValueWords } from '../../design/value-words.js';
import { useLanguage } from '../../words/language.js';
import { DiscountText } from './line-cells.js';
import type { Quote, QuoteVersion } from './quote-types.js';
import { useQuoteTexts } from './texts.js';

type Props = {
  readonly quote: Quote | QuoteVersion;
  /** On paper the value at list prices is left out. */
  readonly isPrinted?: boolean;
};

type Row = { readonly key: string; readonly label: React.ReactNode; readonly amount: string; readonly isSum?: boolean };

const useRows = ({ quote, isPrinted = false }: Props): readonly Row[] => {
  const [t, word, language] = [useQuoteTexts(), useValueWords(), useLanguage()];
  const { list, subtotal, discount, net, taxes } = quote.totals;
  const whole = (
    <>
      {t('wholeDiscount')} {quote.discount?.kind === 'percent' && <DiscountText discount={quote.discount} />}
    </>
  );
  const taxed = ({ taxClass, rate, base }: (typeof taxes)[number]) =>
    t('taxOf', { taxClass: word('TaxClass', taxClass), rate: number(rate, language), base: exact(base, language) });
  return [
    ...(isPrinted || list === subtotal ? [] : [{ key: 'list', label: t('atList'), amount: list }]),
    { key: 'subtotal', label: t('subtotal'), amount: subtotal },
    ...(quote.discount ? [{ key: 'discount', label: whole, amount: `-${discount}` }] : []),
    { key: 'net', label: t('net'), amount: net },
    ...taxes.map((each) => ({ key: each.taxClass, label: taxed(each), amount: each.tax })),
    { key: 'total', label: t('total'), amount: quote.totals.total, isSum: true },
  ];
};

/** From the sum of the lines to the total, as the API says. */
export const TotalRows = (props: Props) => {
  const [t, language, rows] = [useQuoteTexts(), useLanguage(), useRows(props)];
  const { currency, discountPercent } = props.quote;
  return (
    <div className="totals">
      <dl>
        {rows.map(({ key, label, amount, isSum = false }) => (
          <div key={key} className={isSum ? 'sum' : undefined}>
            <dt>{label}</dt>
            <dd>{isSum ? exactMoney({ amount, currency }, language) : exact(amount, language)}</dd>
          </div>
        ))}
      </dl>
      {!props.isPrinted && /[1-9]/.test(discountPercent) && (
        <p className="small faint num">{t('belowList', { percent: exact(discountPercent, language) })}</p>
      )}
    </div>
  );
};
