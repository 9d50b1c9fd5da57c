import type { Field } from '../../api/catalogue.js';
import { isFigure, Value } from '../../design/list/cell.js';
import { Amount } from '../../design/moment.js';
import { Section } from '../../design/section.js';
import type { components } from '../../generated/api.js';
import { useWords } from '../../words/language.js';
import { useDealTexts } from './texts.js';

type Deal = components['schemas']['NamedDeal'];
type Line = Deal['lines'][number];

const COLUMNS = ['product', 'category', 'quantity', 'listPrice', 'unitPrice', 'discount', 'net'] as const;
const ON_PHONES: readonly string[] = ['product', 'net'];

/** A list price is shown by its unit price alone. */
const asFigure = (field: Field | undefined): readonly Field[] => {
  if (!field) return [];
  return [field.name === 'listPrice' ? { ...field, kind: 'decimal' } : field];
};

const valueOf = (line: Line, name: string) =>
  name === 'listPrice' ? line.listPrice?.unitPrice : line[name as keyof Line];

type Props = { readonly deal: Deal; readonly fields: readonly Field[] };

/** What is sold: product, quantity, price. */
export const Lines = ({ deal: { lines, value }, fields }: Props) => {
  const [t, word] = [useDealTexts(), useWords()];
  const shown = lines.some(({ listPrice }) => listPrice) ? COLUMNS : COLUMNS.filter((name) => name !== 'listPrice');
  const columns = shown.flatMap((name) => asFigure(fields.find((each) => each.name === name)));
  const classOf = (field: Field) =>
    [isFigure(field) || field.name === 'discount' ? 'num' : '', ON_PHONES.includes(field.name) ? '' : 'off'].join(' ');
  return (
    <Section title={t('lines')}>
      {lines.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <div className="tblwrap stack">
          <table>
            <thead>
              <tr>
                {columns.map((field) => (
                  <th key={field.name} className={classOf(field)}>
                    {field.label && word(field.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.lineId}>
                  {columns.map((field) => (
                    <td key={field.name} className={classOf(field)}>
                      <Value value={valueOf(line, field.name)} field={field} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td className="num w2" colSpan={columns.length}>
                  <Amount value={value} />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Section>
  );
};
