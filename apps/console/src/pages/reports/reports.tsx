import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../design/icon.js';
import { PageHead } from '../../design/page-head.js';
import { Empty, ErrorNotice, SkeletonLines } from '../../design/states.js';
import { showToast } from '../../design/toast.js';
import { useLanguage } from '../../words/language.js';
import { csvOf, download } from './csv.js';
import { Figures } from './figures.js';
import { Sentence } from './sentence.js';
import { shapeOf, shortOf, type Shape } from './shape.js';
import { useRowName } from './table.js';
import { useReportsTexts } from './texts.js';
import { useAsked, useDefinitions, useReport, type Asked, type Definition, type ReportRow } from './use-report.js';
import { useReportWords } from './words.js';

const Records = lazy(() => import('./records.js'));

/** Reports as sentences, with chart, table and the records behind every figure. */
const Reports = () => {
  const [found, t] = [useDefinitions(), useReportsTexts()];
  const definitions = found.data?.reports ?? [];
  if (definitions.length > 0) return <Chosen definitions={definitions} />;
  return (
    <>
      <PageHead title={t('title')} />
      <div className="page">
        {found.error ? <ErrorNotice error={found.error} retry={() => void found.refetch()} /> : <SkeletonLines />}
      </div>
    </>
  );
};

type Opened = { readonly row: ReportRow; readonly figure: string };

const Chosen = ({ definitions }: { readonly definitions: readonly Definition[] }) => {
  const { asked, set, setMoment } = useAsked(definitions);
  const [found, t] = [useReport(asked), useReportsTexts()];
  const shape = found.data && shapeOf(found.data, asked);
  return (
    <>
      <PageHead title={t('title')} actions={<Actions asked={asked} shape={shape} />} />
      <div className="page tight">
        <Sentence {...{ definitions, asked, set, setMoment, shape }} />
        {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
        {shape ? (
          <Answer {...{ asked, shape, setMoment, left: found.data?.left ?? 0 }} />
        ) : (
          found.isPending && <SkeletonLines count={10} />
        )}
      </div>
    </>
  );
};

type AnswerProps = NothingProps & { readonly shape: Shape; readonly left: number };

/** The figures, and the records behind the one that is opened. */
const Answer = ({ asked, shape, left, setMoment }: AnswerProps) => {
  const [opened, open] = useState<Opened>();
  if (shape.rows.length === 0) return <Nothing asked={asked} setMoment={setMoment} />;
  return (
    <>
      <Figures asked={asked} shape={shape} left={left} onOpen={(row, figure) => open({ row, figure })} />
      <Suspense fallback={null}>
        {opened && <Records path={opened.row.records} figure={opened.figure} onClose={() => open(undefined)} />}
      </Suspense>
    </>
  );
};

type NothingProps = { readonly asked: Asked; readonly setMoment: ReturnType<typeof useAsked>['setMoment'] };

/** Says why there is nothing; of the past more may have been true than was known. */
const Nothing = ({ asked: { asOf, axis }, setMoment }: NothingProps) => {
  const t = useReportsTexts();
  if (asOf === undefined || axis !== 'recorded') return <Empty title={t('none')}>{t('noneWhy')}</Empty>;
  const button = (
    <button type="button" className="btn" onClick={() => setMoment(asOf, 'occurred')}>
      {t('trueThen')}
    </button>
  );
  return (
    <Empty title={t('none')} actions={button}>
      {t('notKnown')}
    </Empty>
  );
};

const Actions = ({ asked, shape }: { readonly asked: Asked; readonly shape: Shape | undefined }) => {
  const [t, words, nameOf, language] = [useReportsTexts(), useReportWords(), useRowName(), useLanguage()];
  const share = () => {
    if (!window.isSecureContext) return showToast({ text: t('copyByHand') });
    void navigator.clipboard.writeText(location.href).then(() => showToast({ text: t('copied') }));
  };
  const save = (of: Shape) => {
    const { definition, by, measures } = asked;
    const currency = of.currency === undefined ? [] : [of.currency];
    const head = [
      ...by.map(words.dimension),
      ...currency.map(() => t('currency')),
      ...measures.map((name) => shortOf(definition, name)),
    ];
    const rows = of.rows.map((row) => [
      ...by.map((dimension) => nameOf(dimension, row)),
      ...currency,
      ...measures.map((measure) => String(row.measures[measure] ?? '')),
    ]);
    download(`${definition.name}-${language}.csv`, csvOf([head, ...rows]));
  };
  return (
    <>
      <button type="button" className="btn" disabled={!shape} onClick={() => shape && save(shape)}>
        <Icon name="import" /> {t('csv')}
      </button>
      <button type="button" className="btn main-act" onClick={share}>
        <Icon name="link" /> {t('share')}
      </button>
    </>
  );
};

export default Reports;
