import { CommandDrawer } from '../../design/form/command-drawer.js';
import { choicesOf, useOfferedUsers } from '../../design/form/use-offered-users.js';
import type { components } from '../../generated/api.js';
import { useKeyTexts } from './key-texts.js';

export type Issued = components['schemas']['IssuedApiKey'];

type Props = { readonly onClose: () => void; readonly onIssued: (key: Issued) => void };

/** The form of a new key. */
export const IssueKey = ({ onClose, onIssued }: Props) => {
  const [t, users] = [useKeyTexts(), useOfferedUsers()];
  return (
    <CommandDrawer<Issued>
      name="Credentials.issue"
      title={t('issue')}
      action={t('issue')}
      shown={['name', 'userId', 'expiresAt']}
      {...(users && { fields: { userId: { kind: 'choice', values: choicesOf(users) } } })}
      onClose={onClose}
      onDone={onIssued}
    />
  );
};
