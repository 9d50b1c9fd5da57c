import type { ReactNode } from 'react';
import { texts } from '../words/texts.js';
import { useFollowing } from './use-following.js';

const useTexts = texts({
  changes: [{ one: '{{count}} change: show', other: '{{count}} changes: show' }, '{{count}} 项变更：显示'],
});

type Props = {
  /** The paths of the lists that are shown, such as `/v1/deals`. */
  readonly lists: readonly string[];
  readonly children: ReactNode;
};

/**
 * Lists that follow what others do: read again at rest, at most once in some seconds. While the pointer is over them or the
 * page is scrolled, nothing moves: how much has changed is said, and shown when that is asked for.
 */
export const Following = ({ lists, children }: Props) => {
  const [t, { waiting, show, element }] = [useTexts(), useFollowing(lists)];
  return (
    <div className="following" ref={element}>
      <div role="status" aria-live="polite">
        {waiting > 0 && (
          <button type="button" className="btn arrived" onClick={show}>
            {t('changes', { count: waiting })}
          </button>
        )}
      </div>
      {children}
    </div>
  );
};
