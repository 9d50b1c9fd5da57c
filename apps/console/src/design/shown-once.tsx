import { useId, type ReactNode } from 'react';
import { texts } from '../words/texts.js';
import { CopyButton } from './copy-button.js';
import { Dialog } from './dialog.js';

const useTexts = texts({
  done: ['I have kept it', '我已保存'],
  once: [
    'It is shown only this once. Keep it where only those who need it can read it.',
    '仅显示这一次，请保存在只有需要者能看到的地方。',
  ],
});

type Props = {
  readonly title: string;
  /** What the text is. */
  readonly label: string;
  readonly text: string;
  readonly children?: ReactNode;
  readonly onClose: () => void;
};

/** A secret that cannot be read again, to be copied. */
export const ShownOnce = ({ title, label, text, children, onClose }: Props) => {
  const [t, id] = [useTexts(), useId()];
  const footer = (
    <div className="drawer-foot">
      <button type="button" className="btn main-act" onClick={onClose}>
        {t('done')}
      </button>
    </div>
  );
  return (
    <Dialog title={title} onClose={onClose} footer={footer}>
      <div className="drawer-form">
        <p>{t('once')}</p>
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <div className="secret">
            <input
              id={id}
              className="in"
              readOnly
              value={text}
              autoFocus
              onFocus={({ target }) => target.select()}
              spellCheck={false}
            />
            <CopyButton text={text} />
          </div>
        </div>
        {children}
      </div>
    </Dialog>
  );
};
