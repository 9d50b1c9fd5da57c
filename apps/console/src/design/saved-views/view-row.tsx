import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../icon.js';
import { useViewsTexts } from './texts.js';
import type { SavedView } from './use-saved-views.js';
import { searchOf } from './view-state.js';

/** What can be done with a view. */
export type ViewAct = 'replace' | 'rename' | 'delete';

type Props = {
  readonly view: SavedView;
  readonly isShown: boolean;
  /** Who shares it, where that is somebody else. */
  readonly by: string | undefined;
  readonly acts: readonly ViewAct[];
  readonly onOpen: () => void;
  readonly onAct: (act: ViewAct) => void;
};

/** A saved view: a link that opens it, and what else can be done with it. */
export const ViewRow = ({ view, isShown, by, acts, onOpen, onAct }: Props) => {
  const [isUnfolded, unfold] = useState(false);
  const t = useViewsTexts();
  return (
    <li>
      <div className="view-row">
        <Link to={{ search: searchOf(view.state) }} aria-current={isShown ? 'true' : undefined} onClick={onOpen}>
          <span className="name">{view.name}</span>
          {by !== undefined && <span className="small faint">{by}</span>}
          {isShown && <Icon name="check" small />}
        </Link>
        {acts.length > 0 && (
          <button
            type="button"
            aria-label={t('actsOn', { name: view.name })}
            aria-expanded={isUnfolded}
            onClick={() => unfold(!isUnfolded)}
          >
            <Icon name="more" />
          </button>
        )}
      </div>
      {isUnfolded && (
        <div className="view-acts">
          {acts.map((act) => (
            <button key={act} type="button" onClick={() => onAct(act)}>
              {t(act)}
            </button>
          ))}
        </div>
      )}
    </li>
  );
};
