import { DiscountText, Exact, Quantity, TaxClass } from '../quote/line-cells.js';
import type { QuoteVersion } from '../quote/quote-types.js';
import { usePrintTexts } from './texts.js';

/** The lines; their heads are repeated on every sheet. */
export const PaperLines = ({ quote: { lines, currency } }: { readonly quote: QuoteVersion }) => {
  const t = usePrintTexts();
  const isDiscounted = lines.some(({ discount }) => discount);
  return (
    <table>
      <thead>
        <tr>
          <th className="num">{t('place')}</th>
          <th>{t('product')}</th>
          <th className="num">{t('quantity')}</th>
          <th className="num">{t('unitPrice')}</th>
          {isDiscounted && <th className="num">{t('discount')}</th>}
          <th>{t('taxClass')}</th>
          <th className="num">{t('net', { currency })}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.lineId}>
            <td className="num">{index + 1}</td>
            <td className="product">{line.product}</td>
            <td className="num">
              <Quantity value={line.quantity} />
            </td>
            <td className="num">
              <Exact value={line.unitPrice} />
            </td>
            {isDiscounted && (
              <td className="num">
                <DiscountText discount={line.discount} />
              </td>
            )}
            <td className="nowrap">
              <TaxClass line={line} />
            </td>
            <td className="num">
              <Exact value={line.net} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
