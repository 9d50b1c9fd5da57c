import { useWords } from '../../words/language.js';
import { Dialog } from '../dialog.js';
import { shortcuts } from '../keys.js';
import { useFrameTexts } from './texts.js';

/** What every key does on this page. */
const KeyList = ({ onClose }: { readonly onClose: () => void }) => {
  const [t, word] = [useFrameTexts(), useWords()];
  return (
    <Dialog title={t('keys')} onClose={onClose} width={400}>
      <dl className="keys">
        {shortcuts().map(({ key, does }) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key.replace('mod+k', 'Ctrl/Cmd K').replace(/^ $/, 'Space')}</kbd>
            </dt>
            <dd>{word(does)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};

export default KeyList;
