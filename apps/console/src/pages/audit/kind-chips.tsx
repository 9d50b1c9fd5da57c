import { EVENT_KINDS, type EventKind } from '../../design/event-words.js';
import { useWords } from '../../words/language.js';
import { useAuditTexts } from './texts.js';

type Props = { readonly chosen: EventKind | undefined; readonly choose: (kind: EventKind | undefined) => void };

/** One kind of events, or all. */
export const KindChips = ({ chosen, choose }: Props) => {
  const [t, word] = [useAuditTexts(), useWords()];
  const kinds = Object.keys(EVENT_KINDS) as EventKind[];
  return (
    <div className="chips scroll tl-tools" role="group" aria-label={t('kinds')}>
      <button type="button" className="chip" aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>
        {t('all')}
      </button>
      {kinds.map((kind) => (
        <button key={kind} type="button" className="chip" aria-pressed={chosen === kind} onClick={() => choose(kind)}>
          {word(EVENT_KINDS[kind])}
        </button>
      ))}
    </div>
  );
};

/** The kind in the address. */
export const kindIn = (params: URLSearchParams): EventKind | undefined => {
  const kind = params.get('kind');
  return kind !== null && Object.hasOwn(EVENT_KINDS, kind) ? (kind as EventKind) : undefined;
};
