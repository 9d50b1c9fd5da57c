import { asFieldChange } from '@annals/contracts-customers';
import type { CustomerEvent, IdentifierEvent, RecordedChange } from '@annals/contracts-customers';
import { nameLine } from '@annals/contracts-values';
import type { EventLines } from '@annals/event-sourcing';
import { partsLine } from './parts-line.js';

const fields = ({ changes }: { readonly changes: readonly RecordedChange[] }) =>
  changes
    .map(asFieldChange)
    .map((change) => [change.field, partsLine(change)].filter((said) => said !== '').join(': '))
    .join(', ');
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
  CustomerWithdrawn: ({ customerId }) => customerId,
  MergeBegun: null,
  MergeAbandoned: null,
  CustomersMerged: why, // the other customer may be out of sight
  MergeUndone: why,
  CustomerRestored: why,
  CustomerLost: why,
  CustomerWonBack: why,
  CustomerFellSilent: ({ silentDays }) => `${silentDays} d`,
  IdentifierReserved: null,
  IdentifierReleased: null,
  IdentifierShared: null,
};
