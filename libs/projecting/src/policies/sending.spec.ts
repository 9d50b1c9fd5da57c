import { until } from '@annals/testing';
import { policyDesk } from '../../test/policies.js';
import { ordered, shipOrders } from '../../test/shipping.js';

const desk = policyDesk();

it('dates a command when its draft says that it occurred', async () => {
  const occurredAt = '2025-12-31T00:00:00.000Z';
  const late = { ...shipOrders, on: { Ordered: () => [{ type: 'Ship', fields: { order: 'a', occurredAt } }] } };
  await desk().told(ordered('a'));
  await desk().process([late]);
  await until(async () => (await desk().shipped()).length === 1);
  expect(await desk().shipped()).toMatchObject([{ occurredAt, data: { at: occurredAt } }]);
});
