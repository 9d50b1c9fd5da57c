import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { number } from '../../design/format.js';
import { PageHead } from '../../design/page-head.js';
import { PlainTable } from '../../design/plain-table.js';
import { Section } from '../../design/section.js';
import { ErrorNotice, Waiting } from '../../design/states.js';
import { useLanguage, useWords } from '../../words/language.js';
import { ColumnTable } from './column-table.js';
import { CommonBar, FormatBar } from './format-bar.js';
import { useFileTexts } from './texts.js';
import { usePreview, withFormat, withTarget, type Decisions, type Preview } from './use-preview.js';

const ROWS = 8;
const COLUMNS = 8;

type Json = Record<string, never>;

/** Starts a dry run by a mapping, and opens it. */
const useTry = (fileId: string) => {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (mapping: Json) =>
      answerOf(api.POST('/v1/imports', { body: { files: { rows: fileId }, mapping, dryRun: true } })),
    onSuccess: ({ importId }) => navigate(`/imports/${encodeURIComponent(importId)}`),
  });
};

/** A file that was sent: how it is written and what its columns become, until it is tried. */
const ImportFile = () => {
  const [t, { fileId = '' }] = [useFileTexts(), useParams()];
  const { data, error, isFetching, decisions, decide } = usePreview(fileId);
  const trying = useTry(fileId);
  const problem = error ?? trying.error;
  return (
    <>
      <PageHead
        title={data?.name ?? t('here')}
        parent={{ title: t('imports'), to: '/imports', here: t('here') }}
        actions={<Try preview={data} trying={trying} isStale={isFetching} />}
      />
      <div className="page">
        {problem && <ErrorNotice error={problem} />}
        {data ? <Parts preview={data} decisions={decisions} decide={decide} /> : <Waiting error={error} />}
      </div>
    </>
  );
};

type TryProps = {
  readonly preview: Preview | undefined;
  readonly trying: ReturnType<typeof useTry>;
  /** Whether the preview is being made anew. */
  readonly isStale: boolean;
};

const Try = ({ preview, trying, isStale }: TryProps) => {
  const t = useFileTexts();
  const mapping = preview?.mapping;
  return (
    <button
      type="button"
      className="btn main-act"
      disabled={!mapping || isStale || trying.isPending}
      onClick={() => mapping && trying.mutate(mapping)}
    >
      {t('try')}
    </button>
  );
};

type PartsProps = Of & { readonly decisions: Decisions; readonly decide: (decisions: Decisions) => void };

const Parts = ({ preview, decisions, decide }: PartsProps) => {
  const t = useFileTexts();
  return (
    <>
      <Missing preview={preview} />
      <Section title={t('columns')} aside={<Mapped preview={preview} />}>
        <ColumnTable
          preview={preview}
          onTarget={(column, target) => decide(withTarget(decisions, preview, column, target))}
        />
      </Section>
      <CommonBar preview={preview} onConstants={(constants) => decide({ ...decisions, constants })} />
      <Section title={t('format')}>
        <FormatBar preview={preview} onFormat={(change) => decide(withFormat(decisions, change))} />
      </Section>
      <Section title={t('rows')}>
        <Rows preview={preview} />
      </Section>
    </>
  );
};

type Of = { readonly preview: Preview };

const Mapped = ({ preview: { columns } }: Of) => {
  const [t, language] = [useFileTexts(), useLanguage()];
  const count = columns.filter(({ target }) => target !== null).length;
  return (
    <>
      {t('mapped', { count: columns.length, number: number(count, language), all: number(columns.length, language) })}
    </>
  );
};

const Missing = ({ preview: { missing, targets } }: Of) => {
  const [t, word, language] = [useFileTexts(), useWords(), useLanguage()];
  if (missing.length === 0) return null;
  const fields = targets.filter(({ path }) => missing.includes(path)).map(({ label }) => word(label));
  return (
    <div className="notice" role="alert">
      <span>{t('missing', { fields: fields.join(language === 'zh' ? '、' : ', ') })}</span>
    </div>
  );
};

type Cut = { readonly cells: readonly string[]; readonly at: number };

const Rows = ({ preview: { columns, rows } }: Of) => {
  const t = useFileTexts();
  return (
    <PlainTable
      label={t('rows')}
      rows={rows.slice(0, ROWS).map((cells, at) => ({ cells, at }))}
      idOf={({ at }) => `${at}`}
      columns={columns
        .slice(0, COLUMNS)
        .map(({ column }, at) => ({ label: column || `${at + 1}`, show: ({ cells }: Cut) => cells[at] }))}
    />
  );
};

export default ImportFile;
