import { number } from '../../design/format.js';
import { Moment } from '../../design/moment.js';
import { useNames } from '../../design/use-names.js';
import { useLanguage } from '../../words/language.js';
import { useImportTexts } from './texts.js';
import { isOpen, type Task } from './use-import.js';

const PERCENT = 100;

type Of = { readonly task: Task };

/** What was asked for, by whom, and how far it is. */
export const TaskState = ({ task }: Of) => {
  const [t, nameOf] = [useImportTexts(), useNames()];
  const { kind, state, pausing, by, requestedAt, finishedAt, problem } = task;
  return (
    <section className="sec">
      <p>
        <span className={state === 'failed' ? 'bad' : 'strong'}>
          {t(kind)}: {t(pausing ? 'pausing' : state)}
        </span>{' '}
        <span className="muted">
          · {nameOf(by)} · <Moment at={finishedAt ?? requestedAt} />
        </span>
      </p>
      {problem && (
        <div className="notice" role="alert">
          <span>{problem.detail}</span>
        </div>
      )}
      {isOpen(task) && <Progress task={task} />}
    </section>
  );
};

const Progress = ({ task: { progress } }: Of) => {
  const [t, language] = [useImportTexts(), useLanguage()];
  const { rows = 0, bytes = 0, totalBytes = 0, secondsLeft = null } = progress ?? {};
  const share = totalBytes === 0 ? 0 : Math.round((bytes / totalBytes) * PERCENT);
  return (
    <>
      <span className="bar" role="progressbar" aria-label={t('progress')} aria-valuenow={share}>
        <span style={{ width: `${share}%` }} />
      </span>
      <p className="small muted">
        {t('rowsDone', { count: rows, number: number(rows, language) })}
        {secondsLeft !== null && ` · ${t('left', { count: secondsLeft, number: number(secondsLeft, language) })}`}
      </p>
    </>
  );
};
