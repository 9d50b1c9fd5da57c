import type { CustomerProfile } from '@annals/contracts-customers';
import { CHANNELS, PURPOSES, type Attributes } from '@annals/contracts-values';
import { decide, fold, Rejection, type CommandOf } from '@annals/event-sourcing';
import fc from 'fast-check';
import type * as commands from './customer.commands.js';
import { customer } from './customer.decider.js';

type Command = CommandOf<typeof commands>;

const customerId = fc.constant('u-1');
const text = fc.string({ minLength: 1, maxLength: 5 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const where = {
  customerId,
  channel: fc.constantFrom(...CHANNELS.slice(0, 2)),
  purpose: fc.constantFrom(...PURPOSES.slice(0, 2)),
};
const path = fc.constantFrom('phone', 'geographic.country', 'value.services', 'attributes.meterType');
const wanted = fc.oneof(text, fc.constant(null), fc.array(text, { maxLength: 2 }));
const what = <Type extends string>(type: Type) => fc.constant(type);

const registration = fc.record({
  ...{ type: what('RegisterCustomer'), customerId, kind: fc.constant('person' as const), name: text },
  roles: fc.constant<CustomerProfile['roles']>(['prospect']),
  attributes: fc.constantFrom<Attributes[]>({}, { meterType: 'x' }),
});

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  registration,
  fc.record({ type: what('ChangeData'), customerId, changes: fc.dictionary(path, wanted) }),
  fc.record({ type: what('AssignOwner'), customerId, owner: fc.record({ id: fc.constantFrom('e-1', 'e-2') }) }),
  fc.record({
    ...{ type: what('RecordNeed'), customerId, needId: fc.constantFrom('n-1', 'n-2'), description: text },
    duration: fc.constantFrom('lasting', 'temporary'),
  }),
  fc.record({ type: what('SetContactPreference'), customerId, doNotContact: fc.boolean(), language: maybe(text) }),
  fc.record({ type: what('GiveConsent'), ...where, evidence: maybe(text) }),
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

/** What a command brings about, or nothing when a rule says no. */
const outcome = (command: Command, state: State) => {
  try {
    return decide(customer, command, state, NOW, undefined);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
};

it('has nothing left to do for a command that it has carried out, whatever came before', () =>
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
