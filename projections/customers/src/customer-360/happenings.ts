import type { MeterEvent } from '@annals/contracts-accounts';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { Money, Staff } from '@annals/contracts-values';
import type { Happening } from './page.js';
import type { Source } from './source.js';

const MOST = 20;
const LONGEST = 160; // characters

const money = ({ amount, currency }: Money) => `${amount} ${currency}`;
const joined = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' · ');
const nameOf = ({ id, name }: Staff) => name ?? id;

/** What is worth a line. Meters are read so often that nothing else would be seen. */
type Remarkable = Exclude<Source, MeterEvent>;

const SUBJECTS: { readonly [T in Remarkable['type']]: (data: Of<Remarkable, T>['data']) => string } = {
  CustomerRegistered: ({ profile }) => profile.name,
  CustomerDataChanged: ({ changes }) => changes.map(({ field }) => field).join(', '),
  DataChangeTookEffect: ({ changes }) => changes.map(({ field }) => field).join(', '),
  OwnerAssigned: ({ owner }) => nameOf(owner),
  NeedRecorded: ({ description }) => description,
  NeedEnded: ({ needId, until }) => `${needId} · ${until}`,
  ContactPreferenceSet: ({ preference }) => Object.keys(preference).join(', '),
  ConsentGiven: ({ channel, purpose }) => `${channel} · ${purpose}`,
  ConsentWithdrawn: ({ channel, purpose }) => `${channel} · ${purpose}`,
  ConsentExpired: ({ channel, purpose }) => `${channel} · ${purpose}`,
  CustomerLost: ({ reason }) => reason,
  CustomerWonBack: ({ reason }) => reason,
  CustomerFellSilent: ({ silentDays }) => `${silentDays} d`,
  ContactMade: ({ channel, direction, purpose, summary }) => `${channel} · ${direction} · ${purpose} · ${summary}`,
  DealOpened: ({ title, value }) => `${title} · ${money(value)}`,
  DealAdvanced: ({ from, to }) => `${from} → ${to}`,
  DealChanged: ({ after }) => Object.keys(after).join(', '),
  SampleSent: ({ product, quantity }) => `${quantity} × ${product}`,
  DealClosed: ({ title, outcome, value }) => `${outcome} · ${title} · ${money(value)}`,
  DealReopened: ({ reason }) => reason,
  ComplaintFiled: ({ subject }) => subject,
  ComplaintAssigned: ({ assignee }) => nameOf(assignee),
  ComplaintEscalated: ({ from, to, reason }) => `${from} → ${to} · ${reason}`,
  ComplaintResolved: ({ rootCause }) => rootCause,
  ComplaintReopened: ({ reason }) => reason,
  SatisfactionRated: ({ score }) => `${score} / 5`,
  OrderPlaced: ({ orderId, number, value }) => `${number ?? orderId} · ${money(value)}`,
  OrderDelivered: ({ orderId, complete }) => `${orderId} · ${complete ? 'complete' : 'in part'}`,
  OrderCancelled: ({ orderId, reason }) => joined(orderId, reason),
  InvoiceIssued: ({ invoiceId, number, amount, dueOn }) => `${number ?? invoiceId} · ${money(amount)} · ${dueOn}`,
  InvoiceCancelled: ({ invoiceId, reason }) => joined(invoiceId, reason),
  PaymentReceived: ({ amount, method, invoiceId }) => joined(money(amount), method, invoiceId),
};

const subjectOf = ({ type, data }: Remarkable): string => {
  const subject = SUBJECTS[type] as (data: Remarkable['data']) => string;
  const line = subject(data).replace(/\s+/g, ' ').trim();
  return [...line].slice(0, LONGEST).join('');
};

/** By when they occurred, then by position, newest first: old facts that are loaded late do not push new ones out. */
export const happened = (events: readonly Happening[], event: RecordedEvent<Source>): readonly Happening[] => {
  if (event.type === 'UsageMetered') return events;
  const { id, position, type, occurredAt, actor } = event;
  const happening = { id, position, type, occurredAt, actor, subject: subjectOf(event) };
  const older = events.findIndex((other) => isLater(happening, other));
  return events.toSpliced(older < 0 ? events.length : older, 0, happening).slice(0, MOST);
};

const isLater = (one: Happening, other: Happening) =>
  one.occurredAt === other.occurredAt ? one.position > other.position : one.occurredAt > other.occurredAt;
