import { until } from '@annals/testing';
import { every } from '@annals/event-sourcing';
import { policyDesk } from '../../test/policies.js';
import { held, heldOrders, shipHeld } from '../../test/shipping.js';
import { policyStatus } from './index.js';

const desk = policyDesk();
const second = (number: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString();
const shipped = (count: number) => until(async () => (await desk().shipped()).length === count);
const status = async () => (await policyStatus(desk().log, desk().store, [shipHeld], desk().time.now()))[0]!;
const process = () => desk().process([shipHeld], { patience: 5_000 });

describe('a policy on deadlines', () => {
  it('sends its commands dated at the deadline, caused by the document and by it', async () => {
    await desk().told(held('a', second(10)));
    await desk().projected();
    await process();
    await until(() => desk().time.sleeping.includes(10_001));
    desk().time.advance(30_000);
    await shipped(1);
    const commandId = `ship-held/a/${second(10)}`;
    expect(await desk().shipped()).toMatchObject([
      {
        ...{ commandId, causationId: commandId, correlationId: commandId, occurredAt: second(10) },
        ...{ actor: 'system:clock', source: 'clock' },
      },
    ]);
  });

  it('wakes when the next deadline comes, and looks once a minute for others', async () => {
    await desk().told(held('a', second(45)));
    await desk().projected();
    await process();
    await until(() => desk().time.sleeping.includes(45_001));
    desk().time.advance(45_001);
    await shipped(1);
    await desk().projected();
    await until(() => desk().time.sleeping.includes(60_000));
    await desk().told(held('b', second(50)));
    await desk().projected();
    desk().time.advance(60_000);
    await shipped(2);
  });

  it('waits while the view is not at the end of the log: the deadline may have moved', async () => {
    await desk().told(held('a', second(0)));
    await desk().projected();
    await desk().projector.stop();
    await desk().told(held('a', second(99)));
    desk().time.advance(60_000);
    await desk().process([shipHeld], { patience: 5 });
    await until(() => desk().time.sleeping.includes(5_000));
    expect(desk().sent).toEqual([]);

    await desk().projected();
    desk().time.advance(5_000);
    await until(() => desk().time.sleeping.includes(34_001));
    desk().time.advance(34_001);
    await shipped(1);
  });

  it('meets what belongs to one owner in order, by time and id', async () => {
    await desk().told(held('a/3', second(2)), held('a/1', second(3)), held('a/2', second(2)), held('b/1', second(1)));
    await desk().projected();
    desk().faults = ['none', 'after', 'none', 'before'];
    desk().time.advance(60_000);
    await process();
    for (let tries = 0; tries < 2; tries += 1) {
      await until(() => desk().time.sleeping.some((ms) => ms === 250 || ms === 500));
      desk().time.advance(500);
    }
    await shipped(4);
    const orders = await desk().shippedOrders();
    expect(orders.filter((order) => order.startsWith('a'))).toEqual(['a/2', 'a/3', 'a/1']);
  });

  it('meets more deadlines than there are in a page, and the same one once', async () => {
    await desk().told(...Array.from({ length: 1_100 }, (_, index) => held(`order-${index}`, second(index % 50))));
    await desk().projected();
    desk().time.advance(60_000);
    const { runner } = await process();
    await shipped(1_100);
    await desk().projected();
    expect(await runner.meetDeadlines(desk().time.now())).toBe(0);
    expect(desk().sent).toHaveLength(1_100);
  });

  it('asks again for what was refused, but not at every look', async () => {
    await desk().told(held('lost', second(1)), held('a', second(2)));
    await desk().projected();
    desk().time.advance(10_000);
    const { reports } = await process();
    await shipped(1);
    for (let minutes = 0; minutes < 61; minutes += 1) {
      await until(() => desk().time.sleeping.includes(60_000));
      desk().time.advance(60_000);
    }
    await until(() => desk().sent.length === 3);
    expect(reports).toMatchObject([{ code: 'NothingToShip' }, { code: 'NothingToShip' }]);
  });

  it('is met manually, regardless of the lease', async () => {
    await desk().told(held('a', second(1)));
    await desk().projected();
    await process();
    const other = await process();
    expect(await other.runner.meetDeadlines(new Date(second(1)))).toBe(0);
    expect(await other.runner.meetDeadlines(new Date(second(2)))).toBe(1);
    expect(await desk().shippedOrders()).toEqual(['a']);
  });

  it('shows what is due, since when, and when the next one comes', async () => {
    expect(await status()).toMatchObject({ state: 'stopped', lag: { due: 0, seconds: 0 }, next: null });
    await desk().told(held('a', second(1)), held('b', second(3)), held('c', second(99)));
    await desk().projected();
    desk().faults = Array.from({ length: 9 }, () => 'before');
    desk().time.advance(10_000);
    await process();
    await until(async () => (await status()).state === 'waiting');
    expect(await status()).toMatchObject({
      ...{ policy: 'ship-held', waitsFor: 'deadlines', position: null, next: second(99) },
      ...{ lag: { due: 2, seconds: 9 }, trouble: { message: 'out of order', since: second(10) } },
    });
  });

  it('shows nothing of a view that is served in another version', async () => {
    await desk().told(held('a', second(1)));
    await desk().projected();
    const policy = { ...shipHeld, view: { ...heldOrders, version: 2, fields: { other: { of: () => null } } } };
    expect(await policyStatus(desk().log, desk().store, [policy], new Date(second(9)))).toMatchObject([
      { lag: { due: 0, seconds: 0 }, next: null },
    ]);
  });

  it('is refused if the view does not declare its field', () => {
    expect(() => every({ ...shipHeld, view: heldOrders, due: 'order' })).toThrow('no field order');
  });
});
