import type { CallerEvent, ContactEvent } from '@annals/contracts-contacts';
import type { EventLines } from '@annals/event-sourcing';

export const contactLines: EventLines<ContactEvent | CallerEvent> = {
  ContactMade: ({ channel, direction, purpose, summary, breaches, overridden }) =>
    [channel, direction, purpose, ...marked('!', breaches), ...marked('✓', overridden), summary].join(' · '),
  ContactAllowed: ({ channel, purpose, reason }) => `${channel} · ${purpose} · ${reason}`,
  UnknownCallerContacted: null,
  CallerIdentified: ({ channel, contactedAt, contactedBy: { id, name = id } }) =>
    `${channel} · ${contactedAt} · ${name}`,
  CallerClosed: null,
};

// Rules that were broken or overridden stand out in the history.
const marked = (mark: string, rules: readonly string[] = []) =>
  rules.length > 0 ? [`${mark} ${rules.join(', ')}`] : [];
