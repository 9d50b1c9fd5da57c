import { ConfigProvider } from 'antd';
import english from 'antd/locale/en_US.js';
import chinese from 'antd/locale/zh_CN.js';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router/dom';
import { antdTheme, useTheme } from './design/theme.js';
import { ErrorNotice, SkeletonLines } from './design/states.js';
import { Toasts } from './design/toast.js';
import { router } from './router.js';
import { Gate } from './session/gate.js';
import type { Session } from './session/session.js';
import { refreshSession, SessionContext, useSessionState } from './session/use-session.js';
import { useLanguage } from './words/language.js';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
const csp = { nonce };

/** The whole console: signing in, or the pages. */
export const App = () => {
  const [theme, language] = [useTheme(), useLanguage()];
  const design = useMemo(() => antdTheme(theme, language), [theme, language]);
  return (
    <ConfigProvider
      theme={design}
      csp={csp}
      locale={language === 'zh' ? chinese : english}
      button={{ autoInsertSpace: false }}
    >
      <Signed />
      <Toasts />
    </ConfigProvider>
  );
};

const Signed = () => {
  const state = useSessionState();
  return state.session === undefined ? <Starting {...state} /> : <Known {...state} session={state.session} />;
};

type State = ReturnType<typeof useSessionState>;

const Starting = ({ error, again }: State) => (
  <div className="page">{error ? <ErrorNotice error={error} retry={() => void again()} /> : <SkeletonLines />}</div>
);

const Known = ({ session, isLost, regained }: State & { readonly session: Session | null }) => {
  const client = useQueryClient();
  const signedIn = () => void refreshSession(client, session).then(regained);
  const isIn = session !== null && !session.mustChangePassword;
  return (
    <>
      {isIn && (
        <SessionContext value={session}>
          <div inert={isLost}>
            <RouterProvider router={router} />
          </div>
        </SessionContext>
      )}
      {(!isIn || isLost) && (
        <Gate isLost={isIn && isLost} mustChange={session?.mustChangePassword ?? false} onSignedIn={signedIn} />
      )}
    </>
  );
};
