import { useState } from 'react';
import { signOut } from '../../session/session.js';
import { useSession } from '../../session/use-session.js';
import { Dialog } from '../dialog.js';
import { Icon } from '../icon.js';
import { ErrorNotice } from '../states.js';
import { useFrameTexts } from './texts.js';

/** Who is signed in, and signing out. */
const Account = ({ onClose }: { readonly onClose: () => void }) => {
  const [t, { name, userId, roles }] = [useFrameTexts(), useSession()];
  const [error, setError] = useState<unknown>();
  const end = () => signOut().then(() => location.assign('/'), setError);
  return (
    <Dialog title={t('account')} onClose={onClose} width={400}>
      <p>
        <b>{name}</b> <span className="faint">{userId === name ? '' : userId}</span>
      </p>
      <p className="muted">{roles.join(', ')}</p>
      {error !== undefined && <ErrorNotice error={error} />}
      <p style={{ marginTop: 24 }}>
        <button type="button" className="btn" onClick={() => void end()}>
          <Icon name="out" /> {t('signOut')}
        </button>
      </p>
    </Dialog>
  );
};

export default Account;
