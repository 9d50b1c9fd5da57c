import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useMay, useSession } from '../../session/use-session.js';
import { Icon } from '../icon.js';
import { ErrorNotice } from '../states.js';
import { useNames } from '../use-names.js';
import { useViewsTexts } from './texts.js';
import type { KnownViews, SavedView } from './use-saved-views.js';
import { ViewRow, type ViewAct } from './view-row.js';
import { isSameState, type ViewState } from './view-state.js';

type Props = {
  readonly known: KnownViews;
  /** What the page shows now. */
  readonly state: ViewState;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onAct: (act: ViewAct, view: SavedView) => void;
  readonly onClose: () => void;
};

const OWN: readonly ViewAct[] = ['replace', 'rename', 'delete'];

/** The user's own views, then the shared ones; arrows go from one to the next. */
export const ViewsList = ({ known, state, onOpen, onSave, onAct, onClose }: Props) => {
  const [t, may, { userId }, nameOf] = [useViewsTexts(), useMay(), useSession(), useNames()];
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => inside(menu.current)[0]?.focus({ preventScroll: true }), []);
  const isShown = (view: SavedView) => isSameState(view.state, state);
  const actsOn = (view: SavedView) => {
    if (view.owner === userId) return OWN.filter((act) => act !== 'replace' || !isShown(view));
    return may('saved-views.manage') ? (['delete'] as const) : [];
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') onClose();
    else if (step !== undefined) focusNext(menu.current, step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="menu saved" ref={menu} role="group" aria-label={t('views')} onKeyDown={move}>
      {known.error && <ErrorNotice error={known.error} retry={() => void known.read()} />}
      {!known.error && known.views.length === 0 && <p className="small faint">{t('none')}</p>}
      {(['own', 'shared'] as const).map((group) => {
        const views = known.views.filter(({ shared }) => shared === (group === 'shared'));
        return (
          views.length > 0 && (
            <section key={group} aria-label={t(group)}>
              <p className="small faint">{t(group)}</p>
              <ul>
                {views.map((view) => (
                  <ViewRow
                    key={view.viewId}
                    view={view}
                    isShown={isShown(view)}
                    by={view.owner === userId ? undefined : nameOf(view.owner)}
                    acts={actsOn(view)}
                    onOpen={onOpen}
                    onAct={(act) => onAct(act, view)}
                  />
                ))}
              </ul>
            </section>
          )
        );
      })}
      <button type="button" className="last" onClick={onSave}>
        <Icon name="plus" /> {t('save')}
      </button>
    </div>
  );
};

const inside = (menu: HTMLElement | null): readonly HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('a, button') ?? []),
];

const focusNext = (menu: HTMLElement | null, step: number) => {
  const all = inside(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[(at + step + all.length) % all.length]?.focus();
};
