import { CustomerRegistered } from '@annals/contracts-customers';
import { contact } from '@annals/domain-contacts';
import { fold, handle } from '@annals/event-sourcing';
import { SqliteEventStore } from '@annals/store-sqlite';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { below } from './budgets.mjs';
import { interleaved, median, ratioOf } from './statistics.mjs';

const SHORT = 10; // contacts
const ROUNDS = { quick: 10, whole: 30 };
const COMMANDS = 40; // in a round

const naming = { eventId: (name) => name, blind: (value) => value };
const decider = contact({
  ...{ consentRequiredFor: [], objectionAppliesTo: [], doNotContactAppliesTo: [], frequencyCapAppliesTo: [] },
  ...{ quietHoursApplyTo: [], quietHoursOver: [] },
});

const originOf = (commandId) => ({
  ...{ commandId, correlationId: commandId, causationId: commandId },
  ...{ actor: 'user-1', occurredAt: new Date().toISOString(), source: 'bench' },
});

const profile = { kind: 'organisation', name: 'Alfreds', roles: ['prospect'] };

const inbound = (customerId) => ({
  ...{ type: 'MakeContact', customerId, contactId: randomUUID(), channel: 'phone', direction: 'inbound' },
  ...{ purpose: 'service', summary: 'Asked.', outcome: 'reached', contactedBy: { id: 'employee-1' } },
});

/** A customer with contacts, and what it costs in milliseconds of processor time to record one more. */
const customer = async (log, contacts) => {
  const customerId = `c-${contacts}`;
  const stamped = (event) => ({ ...event, ...originOf(randomUUID()), id: randomUUID(), subject: customerId });
  const registered = CustomerRegistered.event({ customerId, profile });
  await log.append(`customer-${customerId}`, -1, [stamped(registered)]);
  const [at, known] = [new Date(), fold(decider.context, [stamped(registered)])];
  for (let from = 0; from < contacts; from += 1_000) {
    const many = Array.from({ length: Math.min(1_000, contacts - from) }, () =>
      decider.decide.MakeContact(inbound(customerId), decider.initial, at, known),
    );
    await log.append(`contacts-${customerId}`, from - 1, many.flat().map(stamped));
  }
  const record = () => handle(log, decider, inbound(customerId), originOf(randomUUID()), { naming });
  return async () => {
    const before = process.cpuUsage();
    for (let command = 0; command < COMMANDS; command += 1) await record();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / COMMANDS;
  };
};

export const growth = {
  name: 'growth',
  what: 'processor time of a contact of a customer with 10,000 contacts, against one with ten',
  budget: below(1.2, '×'),
  async run({ folder, quick }) {
    const log = new SqliteEventStore({ file: join(folder(), 'events.db') });
    const [old, young] = [await customer(log, 10_000), await customer(log, SHORT)];
    await Promise.all([old(), young()]); // warm
    const results = await interleaved(quick ? ROUNDS.quick : ROUNDS.whole, { old, young });
    await log.close();
    const [first, then] = [results.young, results.old].map((times) => median(times).toFixed(2));
    return { value: ratioOf(results.old, results.young), notes: [`${first} ms with ten, ${then} ms with 10,000`] };
  },
};
