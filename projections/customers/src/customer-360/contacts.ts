import type { ContactEvent } from '@annals/contracts-contacts';
import type { ContactPreference } from '@annals/contracts-customers';
import type { RecordedEvent } from '@annals/event-sourcing';
import type { ChannelUse, Contacts } from './page.js';

const DAY = 86_400_000; // ms

export const NO_CONTACTS: Contacts = { channels: {}, last: null, lastReachedAt: null, nextDueAt: null };

const UNUSED: ChannelUse = { inbound: 0, outbound: 0, responses: 0, responseRate: null };
const NOT_REACHED: readonly string[] = ['not-reached', 'wrong-number'];

export const contacted = (contacts: Contacts, { data, occurredAt }: RecordedEvent<ContactEvent>): Contacts => {
  const { channel, direction, purpose, contactedBy: by, outcome, response } = data;
  const { channels, last, lastReachedAt } = contacts;
  const isLast = !last || occurredAt >= last.at; // old contacts are loaded late
  const isReached = !NOT_REACHED.includes(outcome) && (lastReachedAt === null || occurredAt > lastReachedAt);
  return {
    ...contacts,
    channels: { ...channels, [channel]: used(channels[channel] ?? UNUSED, direction, response !== 'none') },
    last: isLast ? { at: occurredAt, channel, direction, purpose, by } : last,
    lastReachedAt: isReached ? occurredAt : lastReachedAt,
  };
};

const used = (use: ChannelUse, direction: 'inbound' | 'outbound', isAnswered: boolean): ChannelUse => {
  if (direction === 'inbound') return { ...use, inbound: use.inbound + 1 };
  const [outbound, responses] = [use.outbound + 1, use.responses + (isAnswered ? 1 : 0)];
  return { ...use, outbound, responses, responseRate: Math.round((responses / outbound) * 10_000) / 10_000 };
};

/** When the next regular contact is due: after the last one that came through, else after the registration. */
export const nextDueAt = (
  preference: ContactPreference | null,
  lastReachedAt: string | null,
  registeredAt: string | null,
): string | null => {
  const from = lastReachedAt ?? registeredAt;
  if (!preference?.contactEveryDays || preference.doNotContact || from === null) return null;
  return new Date(Date.parse(from) + preference.contactEveryDays * DAY).toISOString();
};
