import type { CustomerEvent, IdentifierEvent } from '@annals/contracts-customers';
import { nameLine } from '@annals/contracts-values';
import type { EventLines } from '@annals/event-sourcing';

const fields = ({ changes }: { readonly changes: readonly { readonly field: string }[] }) =>
  changes.map(({ field }) => field).join(', ');
const wish = ({ channel, purpose }: { readonly channel: string; readonly purpose: string }) =>
  `${channel} · ${purpose}`;
const why = ({ reason }: { readonly reason: string }) => reason;

export const customerLines: EventLines<CustomerEvent | IdentifierEvent> = {
  CustomerRegistered: ({ profile }) => profile.name,
  CustomerDataChanged: fields,
  DataChangeTookEffect: fields,
  OwnerAssigned: ({ owner }) => nameLine(owner),
  NeedRecorded: ({ description }) => description,
  NeedEnded: ({ needId, until }) => `${needId} · ${until}`,
  NeedClosed: ({ needId, outcome, reason }) => `${needId} · ${outcome} · ${reason}`,
  ContactPreferenceSet: ({ preference }) => Object.keys(preference).join(', '),
  ConsentGiven: wish,
  ConsentWithdrawn: wish,
  ConsentExpired: wish,
  CustomerLost: why,
  CustomerWonBack: why,
  CustomerFellSilent: ({ silentDays }) => `${silentDays} d`,
  IdentifierReserved: null,
  IdentifierReleased: null,
  IdentifierShared: null,
};
