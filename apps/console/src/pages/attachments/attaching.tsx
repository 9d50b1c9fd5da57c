import { useRef, useState } from 'react';
import { rememberWrite } from '../../api/client.js';
import { ErrorNotice } from '../../design/states.js';
import { Icon } from '../../design/icon.js';
import { useReceipt } from '../../design/form/use-receipt.js';
import { useValueWords } from '../../design/value-words.js';
import { useRefresh } from '../../session/use-session.js';
import { useAttachmentTexts } from './texts.js';
import { KINDS, upload, type AttachedTo, type Kind } from './upload.js';

/** Sends a file of a kind, and attaches it. */
export const Attaching = ({ to }: { readonly to: AttachedTo }) => {
  const [t, word, receipt, refresh] = [useAttachmentTexts(), useValueWords(), useReceipt(), useRefresh()];
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<Kind>('contract');
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const send = async (file: File) => {
    setSending(true);
    setError(null);
    try {
      const answer = await upload(file, kind, to);
      rememberWrite(answer.consistencyToken);
      receipt(answer);
      await refresh();
    } catch (failure) {
      setError(failure);
    }
    setSending(false);
  };
  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      <div className="row-acts">
        <select
          className="in"
          aria-label={t('kind')}
          value={kind}
          onChange={({ target }) => setKind(target.value as Kind)}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {word('NamedAttachmentKind', each)}
            </option>
          ))}
        </select>
        <button type="button" className="btn mini" disabled={isSending} onClick={() => input.current?.click()}>
          <Icon name="plus" /> {t(isSending ? 'sending' : 'attach')}
        </button>
      </div>
      <input
        ref={input}
        hidden
        type="file"
        aria-label={t('attach')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void send(file);
          target.value = '';
        }}
      />
    </>
  );
};
