import { addressOf } from '../../design/addresses.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { List } from '../../design/list/list.js';
import { useAddress } from '../../design/use-address.js';
import { withParam } from '../../design/with-param.js';
import type { components } from '../../generated/api.js';
import { useNavigate } from 'react-router';
import { choicesOf, useTree } from './units.js';
import { USER_LABELS, useUserTexts } from './user-texts.js';

type User = components['schemas']['NamedUser'];

/** Everybody who signs in, people and other systems. */
export const Users = () => {
  const [t, navigate, [params, set]] = [useUserTexts(), useNavigate(), useAddress()];
  const { data: tree } = useTree();
  return (
    <>
      <List<User>
        path="/v1/users"
        searchLabel={t('search')}
        idOf={({ userId }) => userId}
        to={({ userId }) => addressOf.user(userId)}
        filters={{
          department: choicesOf(tree, 'department'),
          team: choicesOf(tree, 'team'),
          position: choicesOf(tree, 'position'),
          region: choicesOf(tree, 'region'),
        }}
        columns={[
          {
            name: 'displayName',
            width: '20%',
            phone: 'wide',
            label: USER_LABELS.displayName,
            show: ({ displayName, active }) => (
              <>
                {displayName} {!active && <span className="tag bad only-s">{t('inactive')}</span>}
              </>
            ),
          },
          { name: 'name', label: USER_LABELS.name, phone: 'start' },
          { name: 'roles', width: '16%', label: USER_LABELS.roles, phone: 'side' },
          { name: 'department', width: '20%', label: USER_LABELS.department },
          { name: 'team', width: '20%', label: USER_LABELS.team },
          {
            name: 'active',
            width: '96px',
            label: USER_LABELS.active,
            show: ({ active }) => (
              <span className={active ? 'muted' : 'tag bad'}>{t(active ? 'active' : 'inactive')}</span>
            ),
          },
        ]}
      />
      {params.get('add') === 'user' && (
        <CommandDrawer
          name="AddUser"
          action={t('add')}
          shown={['displayName', 'name', 'email']}
          onDone={({ id }) => void navigate(addressOf.user(id))}
          onClose={() => set((before) => withParam(before, 'add', undefined))}
        />
      )}
    </>
  );
};
