import { useQuery } from '@tanstack/react-query';
import type { Field } from '../../api/catalogue.js';
import { searchPage } from '../../api/list.js';
import { useCommand } from '../../design/form/use-command-form.js';
import { useMay } from '../../session/use-session.js';

type User = { readonly userId: string; readonly displayName: string };

const MOST = 1_000; // users that are offered

/** What every rule has: a change replaces lists as a whole, also by an empty one. */
const HAS = ['name', 'place', 'sources', 'regions', 'countries', 'languages', 'method', 'members', 'reassignments'];

/** The active users and those that are `known` already; without the right to see users their ids are typed. */
const useUserChoice = (known: readonly string[]): Partial<Field> | undefined => {
  const may = useMay()('organisation.read');
  const { data } = useQuery({
    queryKey: ['users', 'offered'],
    queryFn: ({ signal }) => searchPage<User>('/v1/users', { status: 'active', sort: 'name', limit: MOST }, signal),
    enabled: may,
  });
  if (!may) return {};
  if (!data) return undefined;
  const missing = known.filter((id) => !data.items.some(({ userId }) => userId === id));
  const offered = [...data.items, ...missing.map((userId) => ({ userId, displayName: userId }))];
  const values = offered.map(({ userId, displayName }) => ({ value: userId, en: displayName, zh: displayName }));
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
    escalateTo: { ...user, label: { en: 'Manager', zh: '主管' }, blank: true },
    respondWithin: { blank: true },
    ...(command === 'ChangeLeadRule' && Object.fromEntries(HAS.map((name) => [name, { required: true }]))),
    members: { item: { ...item, fields }, required: true },
  };
};
