import { projection, type Event, type NewEvent } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import fc from 'fast-check';
import { places } from './places.js';

type Place = { readonly region: string };
type Moved = Event<'Moved', { readonly region: string | null }>;

const view = projection<Moved, Place>()({
  name: 'places',
  version: 1,
  key: ({ subject }) => subject,
  on: { Moved: (_, { data: { region } }) => (region === null ? null : { region }) },
  fields: { customer: { of: () => 'a' }, scopes: { each: ({ region }) => [`region:${region}`] } },
});

const refuse = () => {
  throw new Error('refused');
};
const found = places({
  view,
  streamOf: (customerId) => `customer-${customerId}`,
  customerOf: (stream) => stream.replace('customer-', ''),
  refuseTaken: refuse,
  refuseUnknown: refuse,
});

const event = (id: number, type: string, region: string | null): NewEvent => ({
  ...{ id: `${id}`, type, schemaVersion: 1, subject: 'a', data: { region }, actor: 'a', source: 'test' },
  ...{ commandId: `${id}`, correlationId: `${id}`, causationId: `${id}`, occurredAt: '2026-01-05T09:00:00.000Z' },
});

it('has the scope keys after all events of the stream of the customer, however many there are', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          types: fc.array(fc.constantFrom('Moved', 'Unheard'), { minLength: 1, maxLength: 40 }),
          region: fc.option(fc.constantFrom('east', 'west')),
        }),
        { maxLength: 5 },
      ),
      async (steps) => {
        const log = new MemoryEventStore();
        let number = 0;
        for (const { types, region } of steps) {
          const expected = number - 1;
          await log.append(
            'customer-a',
            expected,
            types.map((type) => event((number += 1), type, region)),
          );
          const keys = found.keysAfter('a', await log.read('customer-a'));
          expect(await found.keysNow(log, 'a')).toEqual(keys);
        }
        expect(await found.keysNow(log, 'nobody')).toBeUndefined();
      },
    ),
  ));
