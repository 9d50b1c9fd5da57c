import type { ReactNode } from 'react';
import { texts } from '../words/texts.js';
import { Dialog } from './dialog.js';
import { ErrorNotice } from './states.js';

const useTexts = texts({ cancel: ['Cancel', '取消'] });

type Props = {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  readonly isDanger?: boolean;
  /** What is done then. */
  readonly act: { readonly mutate: () => void; readonly error: Error | null; readonly isPending: boolean };
  /** What follows from it. */
  readonly children: ReactNode;
  readonly onClose: () => void;
};

/** Asks before something is done that cannot be undone. */
export const Confirm = ({ title, action, isDanger = false, act, children, onClose }: Props) => {
  const t = useTexts();
  const footer = (
    <div className="drawer-foot">
      <button type="button" className="btn" onClick={onClose}>
        {t('cancel')}
      </button>
      <button
        type="button"
        className={isDanger ? 'btn danger' : 'btn main-act'}
        disabled={act.isPending}
        onClick={() => act.mutate()}
      >
        {action}
      </button>
    </div>
  );
  return (
    <Dialog title={title} onClose={onClose} footer={footer}>
      {act.error && <ErrorNotice error={act.error} />}
      <p>{children}</p>
    </Dialog>
  );
};
