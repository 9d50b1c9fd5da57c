import { useState } from 'react';
import { texts } from '../words/texts.js';
import { Icon } from './icon.js';

const useTexts = texts({
  copy: ['Copy', '复制'],
  copied: ['Copied', '已复制'],
});

type Props = {
  readonly text: string;
  /** Whether it is the main action beside it. */
  readonly isMain?: boolean;
};

/** Copies a text; nothing where the browser lets no page do so. */
export const CopyButton = ({ text, isMain = false }: Props) => {
  const t = useTexts();
  const [copied, setCopied] = useState<string>();
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(text));
  if (!window.isSecureContext) return null;
  return (
    <button type="button" className={isMain ? 'btn main-act' : 'btn'} onClick={copy}>
      <Icon name={copied === text ? 'check' : 'copy'} /> {t(copied === text ? 'copied' : 'copy')}
    </button>
  );
};
