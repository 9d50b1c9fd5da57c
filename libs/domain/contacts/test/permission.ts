import type { ContactEvent } from '@annals/contracts-contacts';
import { decide, fold, type Event } from '@annals/event-sourcing';
import { NOW, recorded } from '@annals/testing';
import { contact } from '../src/contact.decider.js';
import { permissionFor } from '../src/contact.permission.js';
import { customerId, make, policy } from './calls.js';

const HOUR = 3_600_000; // ms
const decider = contact(policy);
export const hours = (from: number) => new Date(NOW.getTime() + from * HOUR);

type Asked = Pick<Parameters<typeof permissionFor>[1], 'channel' | 'purpose' | 'personId' | 'at'>;

/** What the rules answer, and what a command is decided on, after these events. */
export const after = (customer: readonly Event[], contacts: readonly ContactEvent[] = [], now = NOW) => {
  const state = fold(decider, contacts);
  const context = fold(decider.context!, dated(customer));
  return {
    ask: (asked: Asked, language: 'en' | 'zh' = 'en') =>
      permissionFor(policy, { customerId, ...asked }, { state, context, now, language }),
    tell: ({ at, ...fields }: Asked) => {
      const occurredAt = at?.toISOString();
      const command = make({ ...fields, contactId: 'new', ...(occurredAt && { occurredAt }) });
      return decide(decider, command as never, state, at ?? now, context);
    },
  };
};

/** Events that say no time happened long ago. */
const dated = (events: readonly Event[]) =>
  recorded(events).map((event, index) => ({ ...event, occurredAt: '2020-01-01T00:00:00.000Z', ...events[index] }));

export const nights = { from: '21:00', to: '08:00', timeZone: 'UTC' };
