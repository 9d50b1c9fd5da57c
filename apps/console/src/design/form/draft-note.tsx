import { useLanguage, type Language } from '../../words/language.js';
import { texts } from '../../words/texts.js';
import { instant, time } from '../dates.js';
import { showToast } from '../toast.js';
import type { useDraft } from './use-draft.js';

const useTexts = texts({
  draft: ['Draft of {{moment}}', '{{moment}} 的草稿'],
  there: ['There is a draft of {{moment}}', '另有 {{moment}} 的草稿'],
  use: ['Use it', '使用'],
  discard: ['Discard', '放弃'],
  discarded: ['Draft discarded', '草稿已放弃'],
  undo: ['Undo', '撤销'],
});

/** `14:03`, on another day with the day. */
const momentOf = (at: string, language: Language) =>
  new Date(at).toDateString() === new Date().toDateString() ? time(at) : instant(at, language);

type Props = { readonly draft: Pick<ReturnType<typeof useDraft>, 'found' | 'offered' | 'takeOffered' | 'discard'> };

/** Says quietly that a draft is in the form, or that there is another one. */
export const DraftNote = ({ draft: { found, offered, takeOffered, discard } }: Props) => {
  const [t, language] = [useTexts(), useLanguage()];
  const shown = offered ?? found;
  const leave = (button: HTMLElement) => {
    button.closest('form')?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    showToast({ text: t('discarded'), undo: { label: t('undo'), run: discard() } });
  };
  return (
    <div role="status" className="draft-note">
      {shown && (
        <p className="small muted">
          <span>{t(offered ? 'there' : 'draft', { moment: momentOf(shown.savedAt, language) })}</span>
          {offered ? (
            <button type="button" className="link" onClick={takeOffered}>
              {t('use')}
            </button>
          ) : (
            <button type="button" className="link" onClick={({ currentTarget }) => leave(currentTarget)}>
              {t('discard')}
            </button>
          )}
        </p>
      )}
    </div>
  );
};
