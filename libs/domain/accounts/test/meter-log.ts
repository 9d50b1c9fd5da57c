import { CustomerRegistered } from '@annals/contracts-customers';
import { handle, Rejection } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { newEvent } from '@annals/testing';
import { meter } from '../src/meter.decider.js';

const naming = { eventId: (name: string) => name, blind: (value: string) => value };
const profile = { kind: 'person' as const, name: '李娜', roles: ['end-customer' as const] };
const HOUR = 3_600_000; // ms
const START = Date.parse('2026-01-01');

/** Names the streams that are read. */
export class NamedReads extends MemoryEventStore {
  readonly names = new Set<string>();

  override read(stream: string, after?: number) {
    this.names.add(stream);
    return super.read(stream, after);
  }
}

const registered = { ...newEvent('registered'), ...CustomerRegistered.event({ customerId: 'u-1', profile }) };

/** A log with the customer `u-1`. */
export const begin = async () => {
  const store = new NamedReads();
  await store.append('customer-u-1', -1, [registered]);
  return store;
};

export type Sent = { readonly from: string; readonly to: string; readonly unit?: string; readonly quantity?: string };

let number = 0;
/** `recorded`, or the code of the rejection. */
export const send = async (store: NamedReads, type: 'MeterUsage' | 'CorrectUsage', sent: Sent) => {
  const usage = { meterId: 'm-1', customerId: 'u-1', quantity: '1', unit: 'kWh', ...sent };
  const command = type === 'MeterUsage' ? { type, ...usage } : { type, ...usage, reason: 'misread' };
  const commandId = `c-${(number += 1)}`;
  const origin = {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: 'a',
    source: 'test',
    occurredAt: usage.to,
  };
  try {
    await handle(store, meter, command, origin, { naming });
    return 'recorded';
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
};

/** A period by its first hour since the beginning of 2026 and its length in hours. */
export const hours = (from: number, length: number): Sent => ({
  from: new Date(START + from * HOUR).toISOString(),
  to: new Date(START + (from + length) * HOUR).toISOString(),
});
