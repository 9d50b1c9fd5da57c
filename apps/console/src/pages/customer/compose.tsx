import { CommandDrawer } from '../../design/form/command-drawer.js';
import { PermissionFor } from './contacting.js';
import type { CustomerView } from './data.js';
import { useCustomerTexts } from './texts.js';

/** What can be recorded of a customer, and the right for it. */
export const COMPOSED = {
  contact: {
    name: 'MakeContact',
    right: 'contacts.write',
    shown: ['channel', 'direction', 'purpose', 'personId', 'summary', 'outcome'],
  },
  deal: { name: 'OpenDeal', right: 'deals.write', shown: ['title', 'value', 'expectedCloseDate'] },
  complaint: {
    name: 'FileComplaint',
    right: 'complaints.file',
    shown: ['subject', 'category', 'severity', 'channel', 'text'],
  },
  task: { name: 'PlanTask', right: 'tasks.write', shown: ['subject', 'kind', 'dueAt', 'assignee'] },
} as const;

export const TITLES = {
  contact: 'recordContact',
  deal: 'openDeal',
  complaint: 'fileComplaint',
  task: 'planTask',
} as const;
export type Composed = keyof typeof COMPOSED;

/** The drawer in which it is recorded. */
export const Compose = ({
  what,
  customer: { customerId, profile },
  onClose,
}: {
  readonly what: Composed;
  readonly customer: CustomerView;
  readonly onClose: () => void;
}) => {
  const t = useCustomerTexts();
  const { name, shown } = COMPOSED[what];
  const persons = (profile.contactPersons ?? []).map(({ personId, name: called }) => ({
    value: personId,
    en: called,
    zh: called,
  }));
  return (
    <CommandDrawer
      key={name}
      name={name}
      title={t(TITLES[what])}
      action={t(TITLES[what])}
      fixed={{ customerId }}
      shown={shown}
      fields={persons.length > 0 ? { personId: { kind: 'choice', values: persons } } : {}}
      before={({ channel, purpose, direction }) =>
        typeof channel === 'string' &&
        typeof purpose === 'string' &&
        channel !== '' &&
        purpose !== '' &&
        direction !== 'inbound' ? (
          <PermissionFor customerId={customerId} channel={channel} purpose={purpose} />
        ) : null
      }
      onDone={() => undefined}
      onClose={onClose}
    />
  );
};
