import { useQuery } from '@tanstack/react-query';
import { searchPage } from '../../api/list.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import type { components } from '../../generated/api.js';
import { useKeyTexts } from './key-texts.js';

export type Issued = components['schemas']['IssuedApiKey'];
type User = { readonly userId: string; readonly displayName: string };

const MOST = 1_000; // users that are offered

type Props = { readonly onClose: () => void; readonly onIssued: (key: Issued) => void };

/** The form of a new key. */
export const IssueKey = ({ onClose, onIssued }: Props) => {
  const t = useKeyTexts();
  const { data } = useQuery({
    queryKey: ['users', 'offered'],
    queryFn: ({ signal }) => searchPage<User>('/v1/users', { status: 'active', sort: 'name', limit: MOST }, signal),
  });
  const values = data?.items.map(({ userId, displayName }) => ({ value: userId, en: displayName, zh: displayName }));
  return (
    <CommandDrawer<Issued>
      name="Credentials.issue"
      title={t('issue')}
      action={t('issue')}
      shown={['name', 'userId', 'expiresAt']}
      {...(values && { fields: { userId: { kind: 'choice', values } } })}
      onClose={onClose}
      onDone={onIssued}
    />
  );
};
