import type { ReactNode } from 'react';
import type { Field } from '../../api/catalogue.js';
import { Section } from '../../design/section.js';
import { useWords } from '../../words/language.js';
import { DiscountText, Exact, Quantity, TaxClass } from './line-cells.js';
import type { Quote, QuoteLine } from './quote-types.js';
import { useQuoteTexts } from './texts.js';
import { TotalRows } from './total-rows.js';

type Column = { readonly name: keyof QuoteLine; readonly show: (line: QuoteLine) => ReactNode };

const COLUMNS: readonly Column[] = [
  { name: 'product', show: (line) => <Product line={line} /> },
  { name: 'quantity', show: ({ quantity }) => <Quantity value={quantity} /> },
  { name: 'listPrice', show: ({ listPrice }) => listPrice && <Exact value={listPrice.unitPrice} /> },
  { name: 'unitPrice', show: ({ unitPrice }) => <Exact value={unitPrice} /> },
  { name: 'discount', show: ({ discount }) => <DiscountText discount={discount} /> },
  { name: 'taxClass', show: (line) => <TaxClass line={line} /> },
  { name: 'net', show: ({ net }) => <Exact value={net} /> },
];
const TEXTS: readonly string[] = ['product', 'taxClass'];
const ON_PHONES: readonly string[] = ['product', 'net'];

const classOf = (name: string) =>
  [TEXTS.includes(name) ? '' : 'num', ON_PHONES.includes(name) ? '' : 'off'].filter(Boolean).join(' ');

type Props = { readonly quote: Quote; readonly fields: readonly Field[] };

/** What is quoted: list price, unit price and discount apart, and the totals as the API has them. */
export const Lines = ({ quote, fields }: Props) => {
  const [t, word] = [useQuoteTexts(), useWords()];
  const items = fields.find(({ name }) => name === 'lines')?.item?.fields ?? [];
  const labelOf = (name: string) => {
    const label = items.find((each) => each.name === name)?.label;
    return label && word(label);
  };
  return (
    <Section title={t('lines')} aside={quote.currency}>
      <div className="tblwrap stack">
        <table>
          <thead>
            <tr>
              {COLUMNS.map(({ name }) => (
                <th key={name} className={classOf(name)}>
                  {labelOf(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quote.lines.map((line) => (
              <tr key={line.lineId}>
                {COLUMNS.map(({ name, show }) => (
                  <td key={name} className={classOf(name)}>
                    {show(line)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <TotalRows quote={quote} />
    </Section>
  );
};

/** On a phone the figures stand below the product. */
const Product = ({ line }: { readonly line: QuoteLine }) => {
  const { product, productId, quantity, unitPrice, discount } = line;
  return (
    <>
      {product} {productId !== undefined && <span className="small faint">{productId}</span>}
      <span className="small faint block only-s">
        <Quantity value={quantity} /> × <Exact value={unitPrice} />
        {discount && (
          <>
            {' − '}
            <DiscountText discount={discount} />
          </>
        )}
      </span>
    </>
  );
};
