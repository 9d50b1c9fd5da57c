import type { Origin } from '@annals/event-sourcing';
import { z } from 'zod';
import { commandFrom } from './forms.js';
import { command } from './index.js';

const origin: Origin = {
  ...{ commandId: '1', correlationId: '1', causationId: '1' },
  ...{ actor: 'test', source: 'test', occurredAt: '2026-01-05T09:00:00.000Z' },
};
const wheels = z.array(z.strictObject({ size: z.int(), spokes: z.int().optional(), tyre: z.string().nullish() }));
class BuildCart extends command(
  'BuildCart',
  {
    ...{ cartId: z.string(), by: z.string(), name: z.string(), wheels: wheels.default([]) },
    ...{ owner: z.string().nullish(), labels: z.record(z.string(), z.string().nullable()).optional() },
  },
  {
    ...{ post: 'carts', summary: { en: 'Build a cart', zh: '制造推车' }, needs: 'carts.write', about: null },
    ...{ creates: 'cartId', fills: { by: ({ actor }) => actor } },
  },
) {}
const built = (fields: object) => commandFrom({ cartId: 'c', name: 'n', ...fields }, BuildCart, origin);

it.each(['occurredAt', 'reason', 'expectedRevision', 'by', 'wheels', 'labels'])('is absent as %s', (field) =>
  expect(built({ [field]: null })).toEqual(built({})),
);

it('is absent inside of lists, and a value where it can be one', () => {
  const values = { owner: null, labels: { front: null } };
  expect(built({ ...values, wheels: [{ size: 1, spokes: null, tyre: null }] })).toMatchObject(values);
  expect(built({ wheels: [{ size: 1, spokes: null, tyre: null }] })).toHaveProperty('wheels', [
    { size: 1, tyre: null },
  ]);
});

it('is refused for what is required, and for what is not known', () => {
  const input = { name: null, wheels: [{ size: null, colour: null }] };
  expect(() => built(input)).toThrow(/^name: .*wheels\.0\.size: .*wheels\.0\.colour: /);
  expect(() => built({ colour: null })).toThrow('colour: unknownField');
});
