import { LanguageChoice, ThemeChoice } from '../../session/preferences.js';
import { SideDrawer } from '../dialog.js';
import { Me } from './me.js';
import { MenuLink, useMenu } from './menu.js';
import { useFrameTexts } from './texts.js';

/** On a phone: the other pages, language, theme and account. */
const More = ({ onClose, onAccount }: { readonly onClose: () => void; readonly onAccount: () => void }) => {
  const [menu, t] = [useMenu(), useFrameTexts()];
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
      <Me onAccount={onAccount} />
    </SideDrawer>
  );
};

export default More;
