import { LanguageChoice, ThemeChoice } from '../../session/preferences.js';
import { useSession } from '../../session/use-session.js';
import { SideDrawer } from '../dialog.js';
import { initials } from '../format.js';
import { MenuLink, useMenu } from './menu.js';
import { useFrameTexts } from './texts.js';

/** On a phone: the other pages, language, theme and account. */
const More = ({ onClose, onAccount }: { readonly onClose: () => void; readonly onAccount: () => void }) => {
  const [menu, t, { name, roles }] = [useMenu(), useFrameTexts(), useSession()];
  return (
    <SideDrawer title={t('more')} onClose={onClose} width={320}>
      <nav className="nav" aria-label={t('more')} onClick={onClose}>
        {menu.map((page) => (
          <MenuLink key={page.path} page={page} />
        ))}
      </nav>
      <div className="prefs" style={{ padding: '24px 8px' }}>
        <LanguageChoice />
        <ThemeChoice />
      </div>
      <button type="button" className="me" onClick={onAccount}>
        <span className="av" aria-hidden="true">
          {initials(name)}
        </span>
        <span>
          <b>{name}</b>
          <span className="small faint">{roles.join(', ')}</span>
        </span>
      </button>
    </SideDrawer>
  );
};

export default More;
