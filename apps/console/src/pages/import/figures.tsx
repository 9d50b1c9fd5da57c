import { number } from '../../design/format.js';
import { Facts } from '../../design/record.js';
import { PlainTable } from '../../design/plain-table.js';
import { Section } from '../../design/section.js';
import { useLanguage } from '../../words/language.js';
import { useImportTexts } from './texts.js';
import type { ReactNode } from 'react';
import type { Import, Task } from './use-import.js';

type Figures = NonNullable<Task['figures']>;
type Line = readonly [label: string, count: number];

const OUTCOMES = ['stored', 'updated', 'already', 'differing', 'repeated', 'refused', 'invalid'] as const;

const Lines = ({ lines }: { readonly lines: readonly Line[] }) => {
  const language = useLanguage();
  return (
    <Facts>
      {lines.map(([label, count]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd className="num start">{number(count, language)}</dd>
        </div>
      ))}
    </Facts>
  );
};

type RunProps = { readonly figures: Figures; readonly isDry: boolean; readonly aside: ReactNode };

/** What a run has done, or a dry run would. */
export const RunFigures = ({ figures, isDry, aside }: RunProps) => {
  const t = useImportTexts();
  const { rows, skipped, failed, warnings, differing, commands, stopped } = figures;
  const sum = (outcome: (typeof OUTCOMES)[number]) =>
    Object.values(commands).reduce((all, each) => all + each[outcome], 0);
  const outcomes = OUTCOMES.map((outcome): Line => [t(outcome), outcome === 'differing' ? differing : sum(outcome)]);
  const always: readonly Line[] = [
    [t('rows'), rows],
    [t('withErrors'), failed],
  ];
  const others: readonly Line[] = [[t('skipped'), skipped], [t('withWarnings'), warnings], ...outcomes];
  return (
    <Section title={t(isDry ? 'wouldBe' : 'figures')} aside={aside}>
      {stopped && (
        <div className="notice" role="alert">
          <span>{t('stopped', { line: stopped.line })}</span>
        </div>
      )}
      <Lines lines={[...always, ...others.filter(([, count]) => count > 0)]} />
    </Section>
  );
};

type UndoProps = { readonly undone: NonNullable<Task['undone']>; readonly aside: ReactNode };

/** What an undo has done, or a dry run of it would. */
export const UndoFigures = ({ undone, aside }: UndoProps) => {
  const t = useImportTexts();
  const { withdrawn, changedBack, kept } = undone;
  return (
    <Section title={t('figures')} aside={aside}>
      <Lines
        lines={[
          [t('withdrawn'), withdrawn],
          [t('changedBack'), changedBack],
          [t('kept'), kept],
        ]}
      />
    </Section>
  );
};

/** The first rows that were not imported or have a warning, each with the reason. */
export const Problems = ({ problems }: { readonly problems: Figures['problems'] }) => {
  const [t, language] = [useImportTexts(), useLanguage()];
  return (
    <Section title={t('problems')}>
      <PlainTable
        label={t('problems')}
        rows={problems.map((problem, at) => ({ ...problem, at }))}
        idOf={({ at }) => `${at}`}
        columns={[
          { label: t('line'), width: '80px', show: ({ line }) => number(line, language) },
          { label: t('column'), width: '18%', show: ({ column }) => column },
          {
            label: t('reason'),
            phone: 'wide',
            show: ({ reason, severity }) => <span className={severity === 'error' ? 'bad' : ''}>{reason}</span>,
          },
          {
            label: t('original'),
            phone: 'wide',
            show: ({ original }) => <span className="small muted">{original}</span>,
          },
        ]}
      />
    </Section>
  );
};

/** The file with the details of what was asked for last. */
export const DetailsFile = ({ of: { importId, task } }: { readonly of: Import }) => {
  const t = useImportTexts();
  if (!task?.file) return null;
  const isUndo = task.kind.endsWith('undo');
  return (
    <a
      className="figure"
      href={`/v1/imports/${encodeURIComponent(importId)}/${task.file}`}
      download={`${importId}-${task.file}.csv`}
    >
      {t(isUndo ? 'result' : 'file')}
    </a>
  );
};
