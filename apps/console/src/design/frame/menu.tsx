import { NavLink } from 'react-router';
import { pages } from '../../pages/index.js';
import type { Page } from '../../pages/page.js';
import { useMay } from '../../session/use-session.js';
import { useWords } from '../../words/language.js';
import { Icon } from '../icon.js';

/** The pages of the menu that the user may open. */
export const useMenu = (): readonly (Page & { readonly menu: NonNullable<Page['menu']> })[] => {
  const may = useMay();
  return pages.flatMap(({ menu, ...rest }) => (menu && may(rest.right) ? [{ ...rest, menu }] : []));
};

/** A page in the menu, with how many things wait there. */
export const MenuLink = ({ page }: { readonly page: ReturnType<typeof useMenu>[number] }) => {
  const [word, count] = [useWords(), (page.menu.useCount ?? none)()];
  return (
    <NavLink to={page.path} end={page.path === '/'}>
      <Icon name={page.menu.icon} />
      <span>{word(page.title)}</span>
      {count ? <span className="n">{count}</span> : null}
    </NavLink>
  );
};

const none = () => undefined;
