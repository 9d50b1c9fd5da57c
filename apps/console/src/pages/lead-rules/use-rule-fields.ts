import type { Field } from '../../api/catalogue.js';
import { useCommand } from '../../design/form/use-command-form.js';
import { choicesOf, useOfferedUsers } from '../../design/form/use-offered-users.js';
import { useMay } from '../../session/use-session.js';

/** What every rule has: a change replaces lists as a whole, also by an empty one. */
const HAS = ['name', 'place', 'sources', 'regions', 'countries', 'languages', 'method', 'members', 'reassignments'];

/** The active users and those that are `known` already; without the right to see users their ids are typed. */
const useUserChoice = (known: readonly string[]): Partial<Field> | undefined => {
  const [may, users] = [useMay(), useOfferedUsers()];
  if (!may('organisation.read')) return {};
  if (!users) return undefined;
  const missing = known.filter((id) => !users.some(({ userId }) => userId === id));
  const values = choicesOf([...users, ...missing.map((userId) => ({ userId, displayName: userId }))]);
  return { kind: 'choice', values };
};

/** How the fields of a rule are asked for; `undefined` while they are loaded. `known` are the users that it has. */
export const useRuleFields = (
  command: 'AddLeadRule' | 'ChangeLeadRule',
  known: readonly string[],
): Readonly<Record<string, Partial<Field>>> | undefined => {
  const user = useUserChoice(known);
  const item = useCommand(command)?.fields.find(({ name }) => name === 'members')?.item;
  if (!user || !item) return undefined;
  const fields = (item.fields ?? []).map((each) => (each.name === 'userId' ? { ...each, ...user } : each));
  return {
    escalateTo: { ...user, blank: true },
    respondWithin: { blank: true },
    ...(command === 'ChangeLeadRule' && Object.fromEntries(HAS.map((name) => [name, { required: true }]))),
    members: { item: { ...item, fields }, required: true },
  };
};
