import { day } from '../../design/dates.js';
import { useEventWord } from '../../design/event-words.js';
import { useLanguage } from '../../words/language.js';
import type { LifecycleChange } from './data.js';

/** The events that changed the state of a customer. */
export const Evidence = ({ change }: { readonly change: Pick<LifecycleChange, 'since' | 'evidence'> }) => {
  const [language, word] = [useLanguage(), useEventWord()];
  return (
    <ul className="small">
      {change.evidence.map(({ id, type, occurredAt }) => (
        <li key={id}>
          {day(occurredAt, language)} · {word(type)}
        </li>
      ))}
    </ul>
  );
};
