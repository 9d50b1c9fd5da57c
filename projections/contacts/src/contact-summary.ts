import type { Contact, ContactEvent } from '@annals/contracts-contacts';
import type { CustomerEvent } from '@annals/contracts-customers';
import { isLatest, ratio, type Channel, type Purpose, type Staff } from '@annals/contracts-values';
import { compareScalars, type Of, type Projection, type RecordedEvent } from '@annals/event-sourcing';
import { contactList } from './contact-list.js';

/** `responseRate` is the part of the outbound contacts that met with a response, 0 to 1; `null` without any. */
export type ChannelUse = {
  readonly inbound: number;
  readonly outbound: number;
  readonly responses: number;
  readonly responseRate: number | null;
};

export type ContactSummary = {
  readonly channels: Readonly<Partial<Record<Channel, ChannelUse>>>;
  readonly last: {
    readonly at: string;
    readonly key: string;
    readonly channel: Channel;
    readonly direction: 'inbound' | 'outbound';
    readonly purpose: Purpose;
    readonly by: Staff;
  } | null;
  /** The last contact that came through: a call that nobody took does not put off the next one. */
  readonly lastReachedAt: string | null;
  readonly registeredAt: string | null;
  /** Outbound contacts that broke a rule, and those that an exception allowed against one. */
  readonly breaches: number;
  readonly overridden: number;
  readonly lastBreachAt: string | null;
  /** How often the customer wants to be contacted; `null` where no contact is wanted. */
  readonly everyDays: number | null;
  /** When the customer said so. */
  readonly everyDaysSince: string | null;
};

type Source =
  | Of<ContactEvent, 'ContactMade'>
  | Of<CustomerEvent, 'CustomerRegistered' | 'ContactPreferenceSet' | 'CustomerWithdrawn'>;

export const NO_CONTACTS: ContactSummary = {
  ...{ channels: {}, last: null, lastReachedAt: null, registeredAt: null, everyDays: null, everyDaysSince: null },
  ...{ breaches: 0, overridden: 0, lastBreachAt: null },
};

const UNUSED: ChannelUse = { inbound: 0, outbound: 0, responses: 0, responseRate: null };
const NOT_REACHED: readonly string[] = ['not-reached', 'wrong-number'];

/** How a customer is contacted, and what says when the next contact is due. */
export const contactSummary: Projection<Source, ContactSummary> = {
  name: 'contact-summary',
  version: 6,
  key: ({ data }) => data.customerId,
  on: {
    ContactMade: (summary, event) => contacted(summary ?? NO_CONTACTS, event),
    CustomerRegistered: (summary, { occurredAt }) => ({ ...(summary ?? NO_CONTACTS), registeredAt: occurredAt }),
    CustomerWithdrawn: () => null,
    ContactPreferenceSet: (summary, { data: { preference }, occurredAt }) => {
      const known = summary ?? NO_CONTACTS;
      if (!isLatest(occurredAt, known.everyDaysSince)) return known;
      const everyDays = preference.doNotContact ? null : (preference.contactEveryDays ?? null);
      return { ...known, everyDays, everyDaysSince: occurredAt };
    },
  },
};

const contacted = (summary: ContactSummary, event: RecordedEvent<Of<ContactEvent, 'ContactMade'>>): ContactSummary => {
  const { data, occurredAt } = event;
  const { channel, direction, purpose, contactedBy: by, outcome, response } = data;
  const { channels, last, lastReachedAt } = summary;
  const place = { at: occurredAt, key: contactList.key(event) as string };
  const isReached = !NOT_REACHED.includes(outcome) && (lastReachedAt === null || occurredAt > lastReachedAt);
  return {
    ...summary,
    channels: { ...channels, [channel]: used(channels[channel] ?? UNUSED, direction, response !== 'none') },
    last: isAfter(place, last) ? { ...place, channel, direction, purpose, by } : last,
    lastReachedAt: isReached ? occurredAt : lastReachedAt,
    ...broken(summary, data, occurredAt),
  };
};

type Place = Pick<NonNullable<ContactSummary['last']>, 'at' | 'key'>;

/** Of contacts of one instant the last one is the first of the list, in whatever order they were recorded. */
const isAfter = ({ at, key }: Place, last: Place | null) =>
  last === null || at > last.at || (at === last.at && compareScalars(key, last.key) > 0);

const broken = (
  { breaches, overridden, lastBreachAt }: ContactSummary,
  data: Pick<Contact, 'breaches' | 'overridden'>,
  at: string,
) => ({
  breaches: breaches + (data.breaches ? 1 : 0),
  overridden: overridden + (data.overridden ? 1 : 0),
  lastBreachAt: data.breaches && (lastBreachAt === null || at > lastBreachAt) ? at : lastBreachAt,
});

const used = (use: ChannelUse, direction: 'inbound' | 'outbound', isAnswered: boolean): ChannelUse => {
  if (direction === 'inbound') return { ...use, inbound: use.inbound + 1 };
  const [outbound, responses] = [use.outbound + 1, use.responses + (isAnswered ? 1 : 0)];
  return { ...use, outbound, responses, responseRate: ratio(responses, outbound, 4) };
};
