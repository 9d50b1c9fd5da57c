import { EventDetail, type HistoryEntry } from '../../design/event.js';
import { useEventWord } from '../../design/event-words.js';
import { Icon } from '../../design/icon.js';
import { showToast } from '../../design/toast.js';
import { useLanguage } from '../../words/language.js';
import { timeOf } from './data.js';
import { useFieldLabel } from './fields.js';
import type { Moment } from './moment.js';
import { sentenceOf } from './sentence.js';
import { useCustomerTexts } from './texts.js';

type OpenedProps = {
  readonly id: string;
  readonly events: readonly HistoryEntry[];
  readonly moment: Moment;
  readonly open: (id: string) => void;
};

/** An event of the timeline, opened. */
export const Opened = ({ id, events, moment, open }: OpenedProps) => {
  const [t, word, labelOf, language] = [useCustomerTexts(), useEventWord(), useFieldLabel(), useLanguage()];
  const entry = events.find((event) => event.id === id);
  if (!entry) return null;
  const cause = events.find((event) => event.id === entry.causationId && event.id !== entry.id);
  const before = new Date(Date.parse(timeOf(entry, moment.axis)) - 1).toISOString();
  const copy = () => void navigator.clipboard.writeText(location.href).then(() => showToast({ text: t('copyLink') }));
  return (
    <EventDetail
      entry={entry}
      labelOf={labelOf}
      cause={
        cause && (
          <button type="button" className="link" onClick={() => open(cause.id)}>
            {sentenceOf(word(cause.type), cause, language)}
          </button>
        )
      }
      actions={
        <>
          <button type="button" className="btn mini" onClick={() => moment.go(before)}>
            <Icon name="back" small /> {t('pageBefore')}
          </button>
          {window.isSecureContext && (
            <button type="button" className="btn mini" onClick={copy}>
              <Icon name="link" small /> {t('copyLink')}
            </button>
          )}
        </>
      }
    />
  );
};
