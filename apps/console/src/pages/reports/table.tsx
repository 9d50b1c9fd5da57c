import { number } from '../../design/format.js';
import { useLanguage, type Language } from '../../words/language.js';
import { isDays, isShare, shortOf, type Shape } from './shape.js';
import { useReportsTexts } from './texts.js';
import type { Asked, ReportRow } from './use-report.js';
import { useReportWords } from './words.js';

type Props = {
  readonly asked: Asked;
  readonly shape: Shape;
  readonly onOpen: (row: ReportRow, figure: string) => void;
};

const PERCENT = 100;

const DAYS = { en: ' d', zh: ' 天' } as const;

/** A figure with its digits; shares in percent, averages to two digits, days with their unit. */
export const figureOf = (measure: string, value: string | number | null | undefined, language: Language): string => {
  if (value === null || value === undefined) return '–';
  if (isShare(measure)) return `${number((Number(value) * PERCENT).toFixed(1), language)} %`;
  const figure = number(typeof value === 'number' ? Math.round(value * PERCENT) / PERCENT : value, language);
  return isDays(measure) ? `${figure}${DAYS[language]}` : figure;
};

/** What a row is about in a dimension. */
export const useRowName = () => {
  const words = useReportWords();
  return (dimension: string, { key, labels }: ReportRow) =>
    labels[dimension] ?? words.value(dimension, key[dimension] ?? null);
};

/** Every figure, each leading to the records behind it. */
export const Table = ({ asked: { definition, by, measures }, shape, onOpen }: Props) => {
  const [t, words, nameOf, language] = [useReportsTexts(), useReportWords(), useRowName(), useLanguage()];
  const meaningOf = (name: string) => definition.measures.find((each) => each.name === name)?.meaning;
  const cells = (row: ReportRow, label: string) =>
    measures.map((measure) => {
      const figure = figureOf(measure, row.measures[measure], language);
      return (
        <td key={measure} className="num">
          <button type="button" className="link figure" onClick={() => onOpen(row, `${label}: ${figure}`)}>
            {figure}
          </button>
        </td>
      );
    });
  return (
    <div className="tblwrap">
      <table className="pin">
        <thead>
          <tr>
            {(by.length > 0 ? by : ['']).map((dimension) => (
              <th key={dimension}>{dimension === '' ? '' : words.dimension(dimension)}</th>
            ))}
            {measures.map((measure) => (
              <th key={measure} className="num" title={meaningOf(measure)}>
                {shortOf(definition, measure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {by.length > 0 &&
            shape.rows.map((row) => {
              const names = by.map((dimension) => nameOf(dimension, row));
              return (
                <tr key={JSON.stringify(row.key)}>
                  {names.map((name, index) => (
                    <td key={by[index]}>{name}</td>
                  ))}
                  {cells(row, names.join(', '))}
                </tr>
              );
            })}
        </tbody>
        {shape.total && (
          <tfoot>
            <tr>
              <td colSpan={Math.max(1, by.length)}>{t('total')}</td>
              {cells(shape.total, t('total'))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
};
