import { lazy, Suspense, useState } from 'react';
import { NavLink, Outlet } from 'react-router';
import { LanguageChoice, ThemeChoice } from '../../session/preferences.js';
import { useWords } from '../../words/language.js';
import { BulkBar } from '../bulk/bulk-bar.js';
import { Icon } from '../icon.js';
import { useShortcuts } from '../keys.js';
import { SkeletonLines } from '../states.js';
import { Me } from './me.js';
import { MenuLink, useMenu } from './menu.js';
import { useLive } from '../../session/use-live.js';
import { useFrameTexts } from './texts.js';

const Palette = lazy(() => import('./palette.js'));
const KeyList = lazy(() => import('./key-list.js'));
const More = lazy(() => import('./more.js'));
const Account = lazy(() => import('./account.js'));

type Overlay = 'palette' | 'keys' | 'more' | 'account';

/** Sidebar or tabs, the page, and what opens above it. */
export const Frame = () => {
  const [open, setOpen] = useState<Overlay>();
  const t = useFrameTexts();
  useLive();
  useShortcuts([
    { key: 'mod+k', does: { en: 'Search and actions', zh: '搜索与操作' }, run: () => setOpen('palette') },
    { key: '?', does: { en: 'List of keys', zh: '快捷键列表' }, run: () => setOpen('keys') },
  ]);
  const close = () => setOpen(undefined);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Side onFind={() => setOpen('palette')} onAccount={() => setOpen('account')} />
      <main className="main" id="content" tabIndex={-1}>
        <Suspense
          fallback={
            <div className="page">
              <SkeletonLines count={8} />
            </div>
          }
        >
          <Outlet />
        </Suspense>
      </main>
      <BulkBar />
      <Tabs onFind={() => setOpen('palette')} onMore={() => setOpen('more')} />
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'keys' && <KeyList onClose={close} />}
        {open === 'more' && <More onClose={close} onAccount={() => setOpen('account')} />}
        {open === 'account' && <Account onClose={close} />}
      </Suspense>
    </div>
  );
};

const Side = ({ onFind, onAccount }: { readonly onFind: () => void; readonly onAccount: () => void }) => {
  const [menu, t] = [useMenu(), useFrameTexts()];
  return (
    <div className="side">
      <div className="brand">
        <Icon name="mark" /> Annals
      </div>
      <button type="button" className="find" onClick={onFind}>
        <Icon name="search" /> {t('search')} <kbd>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <nav className="nav" aria-label={t('main')}>
        {menu.map((page) => (
          <MenuLink key={page.path} page={page} />
        ))}
      </nav>
      <div className="foot">
        <div className="prefs">
          <LanguageChoice />
          <ThemeChoice />
        </div>
        <Me onAccount={onAccount} />
      </div>
    </div>
  );
};

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

const Tabs = ({ onFind, onMore }: { readonly onFind: () => void; readonly onMore: () => void }) => {
  const [menu, t, word] = [useMenu(), useFrameTexts(), useWords()];
  return (
    <nav className="tabbar" aria-label={t('main')}>
      {menu
        .filter((page) => page.menu.tab)
        .slice(0, 3)
        .map((page) => (
          <NavLink key={page.path} to={page.path} end={page.path === '/'}>
            <Icon name={page.menu.icon} />
            <span>{word(page.title)}</span>
          </NavLink>
        ))}
      <button type="button" onClick={onFind}>
        <Icon name="search" />
        <span>{t('search')}</span>
      </button>
      <button type="button" onClick={onMore}>
        <Icon name="more" />
        <span>{t('more')}</span>
      </button>
    </nav>
  );
};
