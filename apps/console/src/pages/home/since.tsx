import { Link } from 'react-router';
import { useEventWord } from '../../design/event-words.js';
import { Icon } from '../../design/icon.js';
import { Moment } from '../../design/moment.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useValueWords } from '../../design/value-words.js';
import type { Change } from './changes.js';
import { useHomeTexts } from './texts.js';
import { useChanges } from './use-changes.js';
import type { Whose } from './use-whose.js';

/** What happened to the customers since yesterday; each line leads to the record. */
export const SinceYesterday = ({ whose }: { readonly whose: Whose }) => {
  const t = useHomeTexts();
  const { changes, isPending, error, refetch } = useChanges(whose);
  return (
    <section className="sec">
      <div className="sec-h">
        <h2>{t('since')}</h2>
      </div>
      {error !== null && <ErrorNotice error={error} retry={() => void refetch()} />}
      {isPending && <SkeletonLines count={6} />}
      {!isPending && error === null && changes.length === 0 && <p className="rows-none muted">{t('noSince')}</p>}
      <ul className="todo">
        {!isPending && changes.map((change) => <OneChange key={`${change.type} ${change.key}`} change={change} />)}
      </ul>
    </section>
  );
};

const OneChange = ({ change }: { readonly change: Change }) => (
  <li>
    <Icon name={change.icon} />
    <div>
      <Link className="open" to={change.to}>
        <What change={change} />
      </Link>
      <div className="small muted">{change.customer}</div>
    </div>
    <span className="num faint">
      <Moment at={change.at} />
    </span>
  </li>
);

const What = ({ change: { type, detail } }: { readonly change: Change }) => {
  const [t, eventWord, word] = [useHomeTexts(), useEventWord(), useValueWords()];
  if (type === 'DealClosed' && detail) return <>{t(detail.status === 'won' ? 'won' : 'lost')}</>;
  if (type === 'DealAdvanced' && detail) return <>{t('movedTo', { step: word('OpenDealStep', detail.step) })}</>;
  return <>{eventWord(type)}</>;
};
