import { send, type Command, type Receipt } from '../../api/command.js';
import { useRefresh } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { number } from '../format.js';
import { useProblemText } from '../states.js';
import { showToast } from '../toast.js';
import { useFormTexts } from './texts.js';

/** Shows a receipt with its position and, where a command has a reverse, undo. */
export const useReceipt = (): ((receipt: Receipt, undo?: Command) => void) => {
  const [t, language, refresh, textOf] = [useFormTexts(), useLanguage(), useRefresh(), useProblemText()];
  const run = async (undo: Command) => {
    try {
      const { position } = await send(undo);
      showToast({ text: t('undone', { position: number(position, language) }) });
      await refresh();
    } catch (error) {
      showToast({ text: textOf(error) });
    }
  };
  return (receipt, undo) => {
    const notes = (receipt.warnings ?? []).map(({ detail }) => detail).join(' ');
    const text = t('saved', { position: number(receipt.position, language) });
    showToast({
      text: notes === '' ? text : `${text}. ${notes}`,
      ...(undo && { undo: { label: t('undo'), run: () => void run(undo) } }),
    });
  };
};
