import { fanOut } from '@annals/event-sourcing';
import { until } from '@annals/testing';
import { policyDesk, TTL } from '../../test/policies.js';
import { held, heldOrders, ordered, type Ordered } from '../../test/shipping.js';

const desk = policyDesk();

/** An order releases all orders that are held until the day that it names. */
const releaseHeld = fanOut<Ordered>()({
  name: 'release',
  summary: { en: 'Ship held orders', zh: '发货' },
  from: 'beginning',
  view: heldOrders,
  on: { Ordered: ({ data: { order } }) => [{ field: 'heldUntil', is: order }] },
  send: ({ order }) => [{ type: 'Ship', fields: { order } }],
});

const many = (count: number, until: string) =>
  Array.from({ length: count }, (_, index) => held(`${until}-${index}`, until));
const REST = 333; // ms, as nothing else waits
const process = (options = {}) =>
  desk().process([releaseHeld], { patience: 5_000, batch: 3, waits: { first: REST, most: REST }, ...options });
const rests = () => until(() => desk().time.sleeping.includes(REST));
const shipped = (count: number) => until(async () => (await desk().shipped()).length === count);

describe('a policy on the documents that an event concerns', () => {
  it('acts on each of them once, in pages, as caused by the event and occurring when it was recorded', async () => {
    await desk().told(...many(8, 'monday'), ...many(2, 'tuesday'), ordered('monday'));
    await desk().projected();
    await process();
    await shipped(8);
    const [first] = await desk().shipped();
    const [cause] = (await Array.fromAsync(desk().log.readAll(0, { types: ['Ordered'] }))).flat();
    const { id, recordedAt } = cause!;
    expect(first).toMatchObject({ causationId: id, occurredAt: recordedAt, actor: 'system:policy', source: 'policy' });
    expect(new Set((await desk().shipped()).map(({ commandId }) => commandId))).toEqual(
      new Set(Array.from({ length: 8 }, (_, index) => `release/event-10/monday-${index}`)),
    );
  });

  it('goes on where it was after a kill, and sends nothing twice', async () => {
    await desk().told(...many(8, 'monday'), ordered('monday'));
    await desk().projected();
    desk().faults = ['none', 'none', 'after', 'none', 'before', 'none'];
    const first = await process({ waits: { first: 1, most: 1 } });
    await until(() => desk().sent.length >= 3);
    first.isKilled = true;
    desk().time.advance(TTL);
    await process({ waits: { first: 1, most: 1 } });
    await until(async () => {
      desk().time.advance(1_000);
      return (await desk().shipped()).length === 8;
    });
    expect(new Set(await desk().shippedOrders()).size).toBe(8);
  });

  it('waits until the view knows the event', async () => {
    await desk().told(...many(1, 'monday'));
    await desk().projected();
    await desk().projector.stop();
    await desk().told(...many(2, 'tuesday'), ordered('tuesday'));
    await process({ patience: 1 });
    await rests();
    expect(desk().sent).toEqual([]);
    await desk().projected();
    desk().time.advance(REST);
    await shipped(2);
  });

  it('rests between two looks at a view that stays behind, or that may lack what nobody can read', async () => {
    await desk().told(...many(2, 'monday'), ordered('monday'));
    await desk().projected();
    desk().isCutOff = true;
    await process({ patience: 1 });
    for (let count = 0; count < 3; count += 1) {
      await rests();
      desk().time.advance(REST);
    }
    await rests();
    expect(desk().sent).toEqual([]);
    desk().isCutOff = false;
    desk().time.advance(REST);
    await shipped(2);
  });

  it('is stopped between two pages, and keeps its position', async () => {
    await desk().told(...many(8, 'monday'), ordered('monday'));
    await desk().projected();
    const { runner } = await process();
    await until(() => desk().sent.length > 0);
    await runner.stop();
    await process();
    await shipped(8);
  });
});
