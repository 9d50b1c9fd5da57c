import { useState } from 'react';
import { Icon } from '../design/icon.js';
import { texts } from '../words/texts.js';
import { Entry, EntryForm, textIn } from './entry-form.js';
import { LanguageChoice } from './preferences.js';
import { changePassword, signIn } from './session.js';

const useTexts = texts({
  signIn: ['Sign in', '登录'],
  expired: ['Your session has ended. Sign in to go on where you were.', '会话已结束，请重新登录后继续。'],
  name: ['Name', '用户名'],
  password: ['Password', '密码'],
  choose: ['Choose your password', '设置您的密码'],
  chooseWhy: [
    'You signed in with a one-time password. Choose one of your own; several unrelated words are easy to keep and hard to guess.',
    '您使用一次性密码登录。请设置自己的密码；几个互不相关的词既好记又难猜。',
  ],
  newPassword: ['New password', '新密码'],
  atLeast: ['At least 12 characters', '至少 12 个字符'],
  save: ['Save and go on', '保存并继续'],
  insecure: [
    'This connection is not encrypted: others in the network can read what you enter. Ask an administrator for an address that begins with https.',
    '此连接未加密，同一网络中的其他人可能看到您输入的内容。请向管理员索取以 https 开头的地址。',
  ],
});

type GateProps = { readonly isLost: boolean; readonly mustChange: boolean; readonly onSignedIn: () => void };

/** Signing in, and choosing a password in place of a one-time password. */
export const Gate = ({ isLost, mustChange, onSignedIn }: GateProps) => {
  const [oneTime, setOneTime] = useState<string>();
  const t = useTexts();
  const isChoosing = oneTime !== undefined || (mustChange && !isLost);
  return (
    <div
      className={isLost ? 'gate over' : 'gate'}
      role={isLost ? 'dialog' : undefined}
      aria-label={isLost ? t('signIn') : undefined}
    >
      <header>
        <span className="brand">
          <Icon name="mark" /> Annals
        </span>
        <LanguageChoice />
      </header>
      <main>
        {isChoosing ? (
          <Choosing oneTime={oneTime} onDone={onSignedIn} />
        ) : (
          <SigningIn isLost={isLost} onDone={onSignedIn} onOneTime={setOneTime} />
        )}
        {!window.isSecureContext && (
          <p className="help" style={{ marginTop: 24 }}>
            {t('insecure')}
          </p>
        )}
      </main>
    </div>
  );
};

type SigningInProps = {
  readonly isLost: boolean;
  readonly onDone: () => void;
  readonly onOneTime: (password: string) => void;
};

const SigningIn = ({ isLost, onDone, onOneTime }: SigningInProps) => {
  const t = useTexts();
  const submit = async (form: FormData) => {
    const password = textIn(form, 'password');
    if (await signIn(textIn(form, 'name'), password)) onOneTime(password);
    else onDone();
  };
  return (
    <EntryForm title={t('signIn')} why={isLost ? t('expired') : undefined} action={t('signIn')} submit={submit}>
      <Entry name="name" label={t('name')} autoComplete="username" isFirst />
      <Entry name="password" label={t('password')} autoComplete="current-password" isSecret />
    </EntryForm>
  );
};

const Choosing = ({ oneTime, onDone }: { readonly oneTime: string | undefined; readonly onDone: () => void }) => {
  const t = useTexts();
  const submit = async (form: FormData) => {
    await changePassword(oneTime ?? textIn(form, 'current'), textIn(form, 'new'));
    onDone();
  };
  return (
    <EntryForm title={t('choose')} why={t('chooseWhy')} action={t('save')} submit={submit}>
      {oneTime === undefined && (
        <Entry name="current" label={t('password')} autoComplete="current-password" isSecret isFirst />
      )}
      <Entry
        name="new"
        label={t('newPassword')}
        autoComplete="new-password"
        help={t('atLeast')}
        isSecret
        isFirst={oneTime !== undefined}
      />
    </EntryForm>
  );
};
