import { Link } from 'react-router';
import { number } from '../../design/format.js';
import { Moment } from '../../design/moment.js';
import { PlainTable } from '../../design/plain-table.js';
import type { components } from '../../generated/api.js';
import { useLanguage } from '../../words/language.js';
import { useImportsTexts } from './texts.js';

type Import = components['schemas']['ImportEntry'];
type Props = { readonly imports: readonly Import[] };
type Of = { readonly of: Import };

/** Each import with its figures and the files that it has left. */
export const ImportTable = ({ imports }: Props) => {
  const [t, language] = [useImportsTexts(), useLanguage()];
  return (
    <PlainTable
      label={t('title')}
      rows={imports}
      idOf={({ importId }) => importId}
      columns={[
        { label: t('what'), width: '28%', phone: 'wide', show: (each) => <Name of={each} /> },
        { label: t('started'), isFigure: true, phone: 'off', show: ({ startedAt }) => <Moment at={startedAt} /> },
        { label: t('state'), show: (each) => <State of={each} /> },
        {
          label: t('rows'),
          isFigure: true,
          show: ({ rows }) => t('rowCount', { count: rows, number: number(rows, language) }),
        },
        { label: t('errors'), isFigure: true, phone: 'wide', show: (each) => <Errors of={each} /> },
        { label: t('undo'), width: '24%', isFigure: true, phone: 'wide', show: (each) => <Undo of={each} /> },
      ]}
    />
  );
};

const Name = ({ of: { files, mapping, importId } }: Of) => {
  const language = useLanguage();
  return (
    <>
      <Link className="strong" to={`/imports/${encodeURIComponent(importId)}`}>
        {files.join(language === 'zh' ? '、' : ', ') || mapping}
      </Link>
      <span className="small faint say">{importId}</span>
    </>
  );
};

const State = ({ of: { finishedAt, task } }: Of) => {
  const t = useImportsTexts();
  if (task && task.state !== 'finished')
    return <span className="tag">{t(task.state === 'failed' ? 'impossible' : task.state)}</span>;
  if (task?.kind === 'dry-run' && finishedAt === null) return <span className="tag">{t('tried')}</span>;
  if (finishedAt === null) return <span className="tag">{t('unfinished')}</span>;
  return (
    <span className="muted">
      {t('finished')} <Moment at={finishedAt} />
    </span>
  );
};

const fileOf = (importId: string, file: string) => `/v1/imports/${encodeURIComponent(importId)}/${file}`;

const Errors = ({ of: { importId, failed, hasErrors } }: Of) => {
  const [t, language] = [useImportsTexts(), useLanguage()];
  if (!hasErrors) return <span className="faint">{t('noErrors')}</span>;
  return (
    <a className="figure" href={fileOf(importId, 'errors')} download={`${importId}-errors.csv`}>
      {failed > 0 ? t('failed', { count: failed, number: number(failed, language) }) : t('warnings')}
    </a>
  );
};

const Undo = ({ of: { importId, undo } }: Of) => {
  const [t, language] = [useImportsTexts(), useLanguage()];
  if (!undo) return <span className="faint">{t('notUndone')}</span>;
  const { withdrawn, changedBack, kept, finishedAt, startedAt } = undo;
  const figures = { withdrawn: number(withdrawn, language), changedBack: number(changedBack, language) };
  return (
    <>
      {t(finishedAt === null ? 'undoing' : 'undone')} <Moment at={finishedAt ?? startedAt} />
      <span className="small muted say">{t('figures', figures)}</span>
      <a className="small figure say" href={fileOf(importId, 'undo-result')} download={`${importId}-undo.csv`}>
        {t('kept', { count: kept, number: number(kept, language) })}
      </a>
    </>
  );
};
