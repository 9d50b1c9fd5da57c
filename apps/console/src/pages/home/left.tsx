import { relative, span } from '../../design/dates.js';
import { useNow } from '../../design/moment.js';
import { useLanguage } from '../../words/language.js';
import { useHomeTexts } from './texts.js';

/** How much time is left, or by how much it is over. */
export const Left = ({ dueAt }: { readonly dueAt: string }) => {
  const [t, now, language] = [useHomeTexts(), useNow(), useLanguage()];
  return new Date(dueAt) < now ? (
    <span className="bad">{t('overdue', { time: span(dueAt, now, language) })}</span>
  ) : (
    <>{relative(dueAt, now, language)}</>
  );
};
