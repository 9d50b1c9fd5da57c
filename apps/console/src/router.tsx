import { createBrowserRouter, Link, matchRoutes, Navigate, type RouteObject } from 'react-router';
import { Frame } from './design/frame/frame.js';
import { useFrameTexts } from './design/frame/texts.js';
import { useMenu } from './design/frame/menu.js';
import { Empty, ErrorNotice } from './design/states.js';
import { useTitle } from './design/use-title.js';
import { pages } from './pages/index.js';
import type { Page } from './pages/page.js';
import { useMay } from './session/use-session.js';
import { useWords } from './words/language.js';
import { lazy, type ComponentType } from 'react';
import { useRouteError } from 'react-router';

const Missing = () => {
  const t = useFrameTexts();
  return (
    <Empty
      title={t('missing')}
      actions={
        <Link className="btn" to="/">
          {t('home')}
        </Link>
      }
    >
      {t('missingWhy')}
    </Empty>
  );
};

type Guarded = { readonly page: Page; readonly View: ComponentType };

const Guarded = ({ page, View }: Guarded) => {
  const [may, word] = [useMay(), useWords()];
  useTitle(word(page.title));
  return may(page.right) ? <View /> : <Missing />;
};

/** The first page of the menu, where no page is at `/`. */
const First = () => {
  const [first] = useMenu();
  return first ? <Navigate to={first.path} replace /> : <Missing />;
};

const Failed = () => {
  const error = useRouteError();
  return (
    <div className="page">
      <ErrorNotice error={error} retry={() => location.reload()} />
    </div>
  );
};

const routeOf = (page: Page): RouteObject => ({
  path: page.path,
  element: <Guarded page={page} View={lazy(page.view)} />,
  errorElement: <Failed />,
});

// The first page is loaded beside what the server is asked for before it; one that cannot be loaded says so when it is shown.
matchRoutes([...pages], location.pathname)?.[0]
  ?.route.view()
  .catch(() => undefined);

const hasHome = pages.some(({ path }) => path === '/');

export const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <Failed />,
    children: [
      ...pages.map(routeOf),
      ...(hasHome ? [] : [{ path: '/', element: <First /> }]),
      { path: '*', element: <Missing /> },
    ],
  },
]);
