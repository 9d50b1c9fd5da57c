import type { ContactEvent } from '@annals/contracts-contacts';
import type { EventLines } from '@annals/event-sourcing';

export const contactLines: EventLines<ContactEvent> = {
  ContactMade: ({ channel, direction, purpose, summary }) => `${channel} · ${direction} · ${purpose} · ${summary}`,
};
