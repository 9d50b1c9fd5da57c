import { daysIn } from '@annals/analytics';
import { loadConfiguration } from '@annals/configuration';
import { OrderPlaced } from '@annals/contracts-accounts';
import { CustomerLost, CustomerRegistered, CustomerWonBack } from '@annals/contracts-customers';
import { customer } from '@annals/domain-customers';
import { decide, fold, project, type Event, type RecordedEvent } from '@annals/event-sourcing';
import { customerList } from '@annals/projections-customers';
import { recorded } from '@annals/testing';
import fc from 'fast-check';
import { noteReturn } from './index.js';

const configuration = loadConfiguration({});
const view = customerList(configuration);
const rules = customer(daysIn('UTC'));
const customerId = 'c-1';

const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: 'Li', roles: ['prospect'] },
});
const lost = CustomerLost.event({ customerId, reason: 'moved' });
const wonBack = CustomerWonBack.event({ customerId, reason: 'called' });
const value = { amount: '10.00', currency: 'CNY' };
const ordered = OrderPlaced.event({
  orderId: 'o-1',
  customerId,
  number: null,
  value,
  status: 'open',
  expectedOn: null,
  lines: [],
});

const on = (day: number, event: Event) => ({ ...event, occurredAt: new Date(Date.UTC(2026, 0, day)).toISOString() });
const logOf = (...events: readonly (Event & { readonly occurredAt: string })[]) =>
  recorded(events).map((event, index) => ({ ...event, occurredAt: events[index]!.occurredAt }));

const standing = (log: readonly RecordedEvent[]) => project(view, log).get(customerId)!;
const isLost = (log: readonly RecordedEvent[]) => standing(log).lifecycle.change.to === 'lost';

/** With what the policy records. */
const settled = (log: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const known = standing(log);
  if (known.returnedAt === null) return log;
  const decided = noteReturn(configuration)
    .send(known)
    .flatMap(({ fields }) => {
      const command = { type: 'NoteReturn', ...(fields as { customerId: string }) } as const;
      return decide(rules, command, fold(rules, log), new Date(known.returnedAt!), undefined);
    });
  const place = { position: log.length + 1, revision: log.length, id: 'returned', occurredAt: known.returnedAt };
  return [...log, ...recorded(decided, place)];
};

const markAgain = (log: readonly RecordedEvent[]) =>
  decide(rules, { type: 'MarkLost', customerId, reason: 'moved' }, fold(rules, log), new Date('2026-03-01'), undefined);

it('records that a lost customer who does business again is won back, when that was', () => {
  const log = settled(logOf(on(1, registered), on(2, lost), on(3, ordered)));
  expect(log.at(-1)).toMatchObject({ type: 'CustomerWonBack', occurredAt: '2026-01-03T00:00:00.000Z' });
  expect(settled(log)).toBe(log);
  expect(markAgain(log)).toHaveLength(1);
});

it('has nothing to record for business of before the loss, or without a loss', () => {
  expect(standing(logOf(on(1, registered), on(3, lost), on(2, ordered))).returnedAt).toBeNull();
  expect(standing(logOf(on(1, registered), on(2, ordered))).returnedAt).toBeNull();
});

it('shows what the rules of the customer know, in whatever order facts are recorded', () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 2, max: 50 }), { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.constantFrom<Event>(lost, lost, wonBack, ordered)),
      (days, kinds) => {
        const facts = days.map((day) => on(day, kinds.next().value as Event));
        const inOrder = facts.toSorted((a, b) => a.occurredAt.localeCompare(b.occurredAt));
        const log = settled(logOf(on(1, registered), ...facts));
        const knows = markAgain(log).length === 0;
        expect(isLost(log)).toBe(knows);
        expect(isLost(log)).toBe(isLost(settled(logOf(on(1, registered), ...inOrder))));
      },
    ),
  ));
