import { useMemo } from 'react';
import { Chart } from '../../design/chart.js';
import { number } from '../../design/format.js';
import { useTheme } from '../../design/theme.js';
import { useLanguage } from '../../words/language.js';
import { chartOf } from './chart-of.js';
import { shortOf, type Shape } from './shape.js';
import { figureOf, Table, useRowName } from './table.js';
import { useReportsTexts } from './texts.js';
import type { Asked, ReportRow } from './use-report.js';
import { useReportWords } from './words.js';

type Props = {
  readonly asked: Asked;
  readonly shape: Shape;
  /** Rows beyond the limit. */
  readonly left: number;
  readonly onOpen: (row: ReportRow, figure: string) => void;
};

/** The chart of the first measure, and the table of all. */
export const Figures = ({ asked, shape, left, onOpen }: Props) => {
  const [t, words, language] = [useReportsTexts(), useReportWords(), useLanguage()];
  const { by, measures, definition } = asked;
  const [measure = ''] = measures;
  const title = t('chart', {
    measure: shortOf(definition, measure),
    dimension: by.map(words.dimension).join(` ${t('and')} `),
  });
  return (
    <>
      {by.length > 0 && (
        <section className="sec">
          <div className="sec-h">
            <h2>{title}</h2>
            <span className="faint small">{shape.currency}</span>
          </div>
          <Bars asked={asked} shape={shape} measure={measure} label={title} onOpen={onOpen} />
        </section>
      )}
      <section className="sec">
        <Table asked={asked} shape={shape} onOpen={onOpen} />
        {left > 0 && <p className="small faint">{t('left', { count: number(left, language) })}</p>}
      </section>
    </>
  );
};

type BarsProps = Omit<Props, 'left'> & { readonly measure: string; readonly label: string };

const Bars = ({ asked: { by }, shape, measure, label, onOpen }: BarsProps) => {
  const [t, nameOf, language, theme] = [useReportsTexts(), useRowName(), useLanguage(), useTheme()];
  const others = t('others');
  const option = useMemo(
    () =>
      chartOf({ rows: shape.rows, by, measure, nameOf, others, format: (value) => figureOf(measure, value, language) }),
    // Names follow from the language; the colours from the theme.
    [JSON.stringify(shape.rows), by.join(), measure, language, others, theme],
  );
  const pick = (category: string, series: string) => {
    const [first = '', second] = by;
    const row = shape.rows.find(
      (each) => nameOf(first, each) === category && (second === undefined || nameOf(second, each) === series),
    );
    if (row) onOpen(row, `${category}${second === undefined ? '' : `, ${series}`}`);
  };
  return <Chart option={option} label={label} height={280} onPick={pick} />;
};
