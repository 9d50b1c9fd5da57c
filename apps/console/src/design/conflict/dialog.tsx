import { useEffect, useState } from 'react';
import { useRefresh } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { instant } from '../dates.js';
import { Dialog } from '../dialog.js';
import { useEventWord } from '../event-words.js';
import { SkeletonLines } from '../states.js';
import { useNames } from '../use-names.js';
import { Choices, type ConflictProps } from './choices.js';
import { changesIn, type Since } from './conflict.js';
import { useConflictTexts } from './texts.js';

const WIDTH = 760;
const AGAIN = 500; // ms until a view that is behind is read again

/** What was there, what others have made of it, and what is entered here, with a choice per field; then sends again. */
const ConflictDialog = (props: ConflictProps) => {
  const [t, { conflict, record }] = [useConflictTexts(), props];
  const [problem, setProblem] = useState(conflict.problem);
  const { actual, since } = changesIn(problem);
  const isKnown = (record.revision ?? -1) >= actual;
  useReading(isKnown);
  return (
    <Dialog title={t('title')} onClose={conflict.leave} width={WIDTH}>
      <Changes since={since} />
      {isKnown ? <Choices {...props} refused={setProblem} /> : <SkeletonLines count={4} />}
    </Dialog>
  );
};

/** Reads until the views show what the command was refused for. */
const useReading = (isKnown: boolean) => {
  const refresh = useRefresh();
  useEffect(() => {
    if (isKnown) return undefined;
    void refresh();
    const timer = setInterval(() => void refresh(), AGAIN);
    return () => clearInterval(timer);
  }, [isKnown]);
};

const Changes = ({ since }: { readonly since: readonly Since[] }) => {
  const [t, word, nameOf, language] = [useConflictTexts(), useEventWord(), useNames(), useLanguage()];
  return (
    <ul className="small muted">
      {since.map(({ type, actor, recordedAt }, index) => (
        <li key={index}>
          {t('saved', { name: nameOf(actor), moment: instant(recordedAt, language), event: word(type) })}
        </li>
      ))}
    </ul>
  );
};

export default ConflictDialog;
