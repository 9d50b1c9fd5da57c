import { daysIn } from '@annals/analytics';
import type { CustomerProfile } from '@annals/contracts-customers';
import { CHANNELS, PURPOSES, type Attributes } from '@annals/contracts-values';
import { decide, fold, Rejection } from '@annals/event-sourcing';
import fc from 'fast-check';
import { customer as customerIn, type CustomerCommand } from './customer.decider.js';

const customer = customerIn(daysIn('UTC'));

const customerId = fc.constant('u-1');
const text = fc.string({ minLength: 1, maxLength: 5 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const where = {
  customerId,
  channel: fc.constantFrom(...CHANNELS.slice(0, 2)),
  purpose: fc.constantFrom(...PURPOSES.slice(0, 2)),
};
const expiresAt = fc.constantFrom('2026-06-01T00:00:00Z', '2027-01-01T00:00:00Z');
const path = fc.constantFrom('phone', 'geographic.country', 'value.services', 'attributes.meterType');
const effectiveDate = fc.constantFrom('2025-12-31', '2026-01-05', '2026-01-06', '2026-02-01', '2030-01-01');
const wanted = fc.oneof(text, fc.constant(null), fc.array(text, { maxLength: 2 }));
const what = <Type extends string>(type: Type) => fc.constant(type);

const registration = fc.record({
  ...{ type: what('RegisterCustomer'), customerId, kind: fc.constant('person' as const), name: text },
  roles: fc.constant<CustomerProfile['roles']>(['prospect']),
  attributes: fc.constantFrom<Attributes[]>({}, { meterType: 'x' }),
});

const anyCommand: fc.Arbitrary<CustomerCommand> = fc.oneof(
  registration,
  fc.record(
    { type: what('ChangeData'), customerId, changes: fc.dictionary(path, wanted), effectiveDate },
    { requiredKeys: ['type', 'customerId', 'changes'] },
  ),
  fc.record({ type: what('ApplyDataChange'), customerId, number: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ type: what('AssignOwner'), customerId, owner: fc.record({ id: fc.constantFrom('e-1', 'e-2') }) }),
  fc.record({
    ...{ type: what('RecordNeed'), customerId, needId: fc.constantFrom('n-1', 'n-2'), description: text },
    duration: fc.constantFrom('lasting', 'temporary'),
    until: maybe(fc.constantFrom('2025-12-31', '2026-06-30')),
  }),
  fc.record({ type: what('EndNeed'), customerId, needId: fc.constantFrom('n-1', 'n-2') }),
  fc.record({ type: what('SetContactPreference'), customerId, doNotContact: fc.boolean(), language: maybe(text) }),
  fc.record({ type: what('GiveConsent'), ...where, evidence: maybe(text), expiresAt: maybe(expiresAt) }),
  fc.record({ type: what('ExpireConsent'), ...where, expiresAt }),
  fc.record({ type: what('WithdrawConsent'), ...where }),
  fc.record({ type: what('MarkLost'), customerId, reason: text, competitor: text }),
  fc.record({ type: what('WinBack'), customerId, reason: text }),
  fc.record({
    ...{ type: what('NoteSilence'), customerId, silentDays: fc.constant(180) },
    lastActivityAt: fc.constantFrom('2025-07-04T00:00:00Z', '2025-12-01T00:00:00Z'),
  }),
);

type State = typeof customer.initial;
const NOW = new Date('2026-01-05T09:00:00Z');

/** The events of a command; none if it is refused. */
const outcome = (command: CustomerCommand, state: State) => {
  try {
    return decide(customer, command, state, NOW, undefined);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
};

it('adds nothing when a command is repeated in any reachable state', () =>
  fc.assert(
    fc.property(registration, fc.array(anyCommand, { maxLength: 20 }), (first, script) => {
      [first, ...script].reduce((state: State, command) => {
        const decided = outcome(command, state);
        const next = fold(customer, decided, state);
        if (decided.length > 0) expect(decide(customer, command, next, NOW, undefined)).toEqual([]);
        return next;
      }, customer.initial);
    }),
  ));
