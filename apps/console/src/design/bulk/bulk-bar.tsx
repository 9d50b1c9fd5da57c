import { lazy, Suspense, useEffect, useState } from 'react';
import { useRefresh } from '../../session/use-session.js';
import { useLanguage, useWords } from '../../words/language.js';
import { number } from '../format.js';
import type { BulkRun } from './bulk-run.js';
import { closeBulk, startBulk, useBulkRun } from './runs.js';
import { useBulkTexts } from './texts.js';

const Refused = lazy(() => import('./refused.js'));

const PERCENT = 100;

/** A change of many records: how far it is, and afterwards what became of it. Stays while the user looks at other pages. */
export const BulkBar = () => {
  const run = useBulkRun();
  return run ? <Shown run={run} /> : null;
};

type Props = { readonly run: BulkRun };

const Shown = ({ run }: Props) => {
  const title = useTitle(run);
  const [isOpen, open] = useState(false);
  useLeaving(run.isGoing);
  useReadAgain(run.isGoing);
  return (
    <section className="run" aria-label={title}>
      <div className="row">
        <b className="grow">{title}</b>
        {!run.isGoing && <Close />}
      </div>
      <Progress run={run} label={title} />
      <div className="row">
        <Count run={run} />
        {run.isGoing ? <Stop run={run} /> : <After run={run} open={() => open(true)} />}
      </div>
      {isOpen && !run.isGoing && (
        <Suspense fallback={null}>
          <Refused run={run} onClose={() => open(false)} />
        </Suspense>
      )}
    </section>
  );
};

const useTitle = ({ change: { title, isUndo = false } }: BulkRun): string => {
  const [t, word] = [useBulkTexts(), useWords()];
  return isUndo ? t('undoing', { title: word(title) }) : word(title);
};

/** The browser asks before the page is left: what is not sent yet would stay undone. */
const useLeaving = (isGoing: boolean) => {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isGoing) window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isGoing]);
};

const useReadAgain = (isGoing: boolean) => {
  const refresh = useRefresh();
  useEffect(() => {
    if (!isGoing) void refresh();
  }, [isGoing]);
};

const Progress = ({ run: { settled, change }, label }: Props & { readonly label: string }) => {
  const share = Math.round((settled / change.items.length) * PERCENT);
  return (
    <span className="bar" role="progressbar" aria-label={label} aria-valuenow={share}>
      <span style={{ width: `${share}%` }} />
    </span>
  );
};

const Count = ({ run: { settled, done, isGoing, change } }: Props) => {
  const [t, language] = [useBulkTexts(), useLanguage()];
  const figure = (value: number) => number(value, language);
  const figures = { settled: figure(settled), done: figure(done), count: figure(change.items.length) };
  return (
    <span className="grow small muted" role="status">
      {isGoing ? <span aria-hidden="true">{t('progress', figures)}</span> : t('done', figures)}
    </span>
  );
};

const Stop = ({ run }: Props) => (
  <button type="button" className="btn mini" onClick={() => run.stop()}>
    {useBulkTexts()('stop')}
  </button>
);

const Close = () => (
  <button type="button" className="btn plain mini" onClick={closeBulk}>
    {useBulkTexts()('close')}
  </button>
);

const After = ({ run, open }: Props & { readonly open: () => void }) => {
  const t = useBulkTexts();
  const [refused, undo] = [run.refused.length, run.undo];
  const isCut = run.settled < run.change.items.length;
  return (
    <>
      {refused > 0 && (
        <button type="button" className="btn mini" onClick={open}>
          {t('refused', { count: refused })}
        </button>
      )}
      {isCut && (
        <button type="button" className="btn mini" onClick={() => void run.go()}>
          {t('goOn')}
        </button>
      )}
      {undo.items.length > 0 && (
        <button type="button" className="btn mini" onClick={() => startBulk(undo)}>
          {undo.items.length === run.done ? t('undo') : t('undoSome', { count: undo.items.length, done: run.done })}
        </button>
      )}
    </>
  );
};
