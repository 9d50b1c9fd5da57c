import { annalsCatalogue, configurationOf } from '@annals/composition';
import { CustomerRegistered } from '@annals/contracts-customers';
import { ContactMade } from '@annals/contracts-contacts';
import type { Event } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { differs, type Outcome } from '../src/what-if/decision.js';
import { Rerun } from '../src/what-if/rerun.js';

export const customerId = 'c-1';
export type Told = { readonly on: string; readonly at: string; readonly event: Event; readonly more?: object };

/** `day`: `01-05T09:00` of 2026. */
export const told = (on: string, day: string, event: Event, more: object = {}): Told => ({
  ...{ on, event, more },
  at: new Date(`2026-${day}Z`).toISOString(),
});
export const customer = (day: string, event: Event, more?: object) => told('customer-c-1', day, event, more);
const contacts = (day: string, event: Event) => told('contacts-c-1', day, event);

export const registered = customer(
  '01-01T00:00',
  CustomerRegistered.event({ customerId, profile: { kind: 'organisation', name: 'Acme', roles: ['prospect'] } }),
);

const historyOf = (...all: readonly Told[]) => {
  const revisions = new Map<string, number>();
  return all.flatMap(({ on: stream, at, event, more }, index) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const position = index + 1;
    const placed = { stream, revision, position, id: `event-${position}`, commandId: `command-${position}` };
    return recorded([event], { ...placed, subject: customerId, occurredAt: at, recordedAt: at, ...more });
  });
};

const real = annalsCatalogue(configurationOf({}));

/** What would have been different, until a moment of 2026. */
export const rerun = (settings: Readonly<Record<string, string>>, now: string, ...all: readonly Told[]) => {
  const under = annalsCatalogue(configurationOf(settings));
  const outcomes = [...new Rerun(real, under).over(historyOf(...all), new Date(`2026-${now}Z`))];
  return outcomes.filter(differs);
};

/** `ContactMade 01-05T09:00 -> ConsentMissing` */
export const lines = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ recorded: was, would, refusal }) => {
    const [before, after] = [was, would].map((events) =>
      events.map(({ type, occurredAt }) => `${type} ${occurredAt.slice(5, 16)}`).join(', '),
    );
    return `${before} -> ${refusal?.code ?? after}`;
  });

/** What the clock records. */
export const clock = { source: 'clock', actor: 'system:clock' };

const made = (contactId: string, at: string, more: object = {}) =>
  ContactMade.event({
    ...{ contactId, customerId, channel: 'phone', direction: 'outbound', purpose: 'sales', summary: 'Hello' },
    ...{ outcome: 'reached', response: 'none', contactedBy: { id: 'e-5' } },
    ...{ contactedAt: new Date(`2026-${at}Z`).toISOString(), ...more },
  });
/** A contact of 2026 over the telephone. */
export const called = (contactId: string, at: string, more?: object) => contacts(at, made(contactId, at, more));
