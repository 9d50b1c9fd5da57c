import { useState } from 'react';
import type { Field } from '../../api/catalogue.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import type { Values } from '../../design/form/values.js';
import { MoreCommands } from '../../design/more-commands.js';
import { choicesOf, useTree, type Tree } from '../administration/units.js';
import { useUserTexts } from '../administration/user-texts.js';
import { OneTimePassword } from './one-time-password.js';
import type { User } from './user-type.js';

type Props = { readonly user: User };

type Form = {
  readonly initial?: Values;
  readonly shown?: readonly string[];
  readonly fields?: Readonly<Record<string, Partial<Field>>>;
};

const placed = ({ departmentId, teamId, positionId, regionIds }: User): Values => ({
  ...{ departmentId, teamId, positionId, regionIds },
});

/** What stands in the form of a command at first, and what can be chosen. */
const formOf = (name: string, user: User, tree: Tree | undefined): Form => {
  const forms: Readonly<Record<string, Form>> = {
    GrantRoles: { initial: { roles: user.roles }, shown: ['roles', 'reason'] },
    ChangeUserDetails: {
      initial: { displayName: user.displayName, email: user.email },
      shown: ['displayName', 'email', 'reason'],
    },
    PlaceUser: {
      initial: placed(user),
      shown: ['departmentId', 'teamId', 'positionId', 'regionIds', 'reason'],
      fields: {
        departmentId: choicesOf(tree, 'department'),
        teamId: choicesOf(tree, 'team'),
        positionId: choicesOf(tree, 'position'),
        ...(tree && { regionIds: { item: { name: 'regionIds', kind: 'choice', ...choicesOf(tree, 'region') } } }),
      },
    },
    ReactivateUser: { shown: ['reason'] },
  };
  return forms[name] ?? {};
};

/** Commands that change the roles, or whether the user may sign in, are conditional on the revision of those. */
const OF_ACCESS = ['GrantRoles', 'DeactivateUser', 'ReactivateUser'];

/** What can be done with a user. */
export const Actions = ({ user }: Props) => {
  const [command, open] = useState<string>();
  const [isIssuing, issue] = useState(false);
  const t = useUserTexts();
  return (
    <>
      <MoreCommands
        names={['ChangeUserDetails', 'PlaceUser', 'HandOver', ...(user.active ? ['DeactivateUser'] : [])]}
        onChoose={open}
      />
      {user.active && (
        <button type="button" className="btn" onClick={() => issue(true)}>
          {t('password')}
        </button>
      )}
      <button
        type="button"
        className="btn main-act"
        onClick={() => open(user.active ? 'GrantRoles' : 'ReactivateUser')}
      >
        {t(user.active ? 'setRoles' : 'reactivate')}
      </button>
      {command !== undefined && <CommandOf key={command} name={command} user={user} onClose={() => open(undefined)} />}
      {isIssuing && <OneTimePassword user={user} onClose={() => issue(false)} />}
    </>
  );
};

type CommandProps = Props & { readonly name: string; readonly onClose: () => void };

const CommandOf = ({ name, user, onClose }: CommandProps) => {
  const { data: tree } = useTree();
  const revision = OF_ACCESS.includes(name) ? user.accessRevision : user.revision;
  return (
    <CommandDrawer
      name={name}
      fixed={{ userId: user.userId }}
      {...(name !== 'HandOver' && { record: { revision, values: user } })}
      {...formOf(name, user, tree)}
      onClose={onClose}
      onDone={() => undefined}
    />
  );
};
