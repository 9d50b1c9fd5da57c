import { useId, useState, type ReactNode } from 'react';
import { texts } from '../words/texts.js';
import { Dialog } from './dialog.js';
import { Icon } from './icon.js';

const useTexts = texts({
  copy: ['Copy', '复制'],
  copied: ['Copied', '已复制'],
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
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
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
            {window.isSecureContext && (
              <button type="button" className="btn" onClick={copy}>
                <Icon name={isCopied ? 'check' : 'copy'} /> {t(isCopied ? 'copied' : 'copy')}
              </button>
            )}
          </div>
        </div>
        {children}
      </div>
    </Dialog>
  );
};
