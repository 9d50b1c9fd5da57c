import { send } from '../../api/command.js';
import { useChange } from '../../design/conflict/use-change.js';
import type { FactChange } from '../../design/fact-editing.js';
import { useReceipt } from '../../design/form/use-receipt.js';
import { useRefresh } from '../../session/use-session.js';
import type { CustomerView } from './data.js';
import { useProfileField, useProfileFields } from './fields.js';
import { byPath } from './profile-paths.js';
import { ProfileValue } from './profile-value.js';

/** Changes of the profile, each with its reason and its reverse, and what becomes of changes that meet. */
export const useProfileChange = ({ customerId, profile, revision }: CustomerView) => {
  const [show, refresh, fieldOf] = [useReceipt(), useRefresh(), useProfileField()];
  const values = byPath(profile);
  const isSingle = (path: string) => path !== 'kind' && fieldOf(path).item?.fields === undefined;
  const change = useChange({
    record: { revision, values },
    fields: useProfileFields(Object.keys(values)),
    canChange: isSingle,
    show: (path, value) => <ProfileValue path={path} value={value} />,
    send: async (changes, reason, before) => {
      const changing = (to: object) => ({ customerId, changes: to, ...(reason === '' ? {} : { reason }) });
      const receipt = await send({ name: 'ChangeData', fields: changing(changes), revision: before.revision });
      const back = Object.fromEntries(Object.keys(changes).map((path) => [path, before.values[path] ?? null]));
      show(receipt, { name: 'ChangeData', fields: changing(back) });
      await refresh();
    },
  });
  const changeOf = (path: string): FactChange => ({
    ...{ save: change.changing(path), path: ['changes', path], revision },
    draftOf: ['ChangeData', customerId, path],
  });
  return { changeOf, dialog: change.dialog, values };
};
