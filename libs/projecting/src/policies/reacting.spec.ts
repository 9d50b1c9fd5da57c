import { until } from '@annals/testing';
import { policyDesk, TTL } from '../../test/policies.js';
import { held, ordered, shipOrders } from '../../test/shipping.js';
import { policyStatus } from './index.js';

const desk = policyDesk();
const idle = () => until(() => desk().time.sleeping.includes(60_000));
const status = async () => (await policyStatus(desk().log, desk().store, [shipOrders], desk().time.now()))[0]!;

describe('a policy on events', () => {
  it('sends its commands as caused by the event and dated when it was', async () => {
    await desk().told({ ...ordered('a'), ...{ correlationId: 'journey', traceparent: 'trace' } });
    await desk().process();
    await until(async () => (await desk().shipped()).length === 1);
    expect(await desk().shipped()).toMatchObject([
      {
        ...{ commandId: 'ship/event-0', causationId: 'event-0', correlationId: 'journey', traceparent: 'trace' },
        ...{ actor: 'system:policy', source: 'policy', occurredAt: '2026-01-05T09:00:00.000Z' },
      },
    ]);
  });

  it('begins with what happens after its first start unless it says otherwise, and goes on where it was', async () => {
    const fromNow = { ...shipOrders, from: 'now' } as const;
    await desk().told(ordered('a'));
    const first = await desk().process([fromNow]);
    await desk().told(ordered('b'));
    await until(async () => (await desk().shipped()).length === 1);
    await first.runner.stop();

    await desk().told(ordered('c'));
    await desk().process([fromNow]);
    await until(async () => (await desk().shipped()).length === 2);
    expect(await desk().shippedOrders()).toEqual(['b', 'c']);
  });

  it('reaches the head of the log without matching events', async () => {
    await desk().told(held('a', ''), ordered('b'), held('c', ''));
    await desk().process();
    await until(async () => (await status()).position === 3);
    await desk().told(held('d', ''));
    desk().time.advance(60_000);
    await until(async () => (await status()).position === 5);
    expect(await desk().shippedOrders()).toEqual(['b']);
  });

  it('goes on from the head of a log that was restored from a backup', async () => {
    await desk().told(ordered('a'));
    await desk().process();
    await until(async () => (await desk().shipped()).length === 1);
    await until(async () => (await status()).position === 1);
    const checkpoint = { expected: 1, next: 99 };
    await desk().store.commit([{ collection: 'policy~ship', writes: [], checkpoint }]);
    desk().time.advance(60_000);
    await until(async () => (await status()).position === 2);
    await desk().told(ordered('b'));
    await until(async () => (await desk().shipped()).length === 2);
  });

  it('passes a command that a rule refuses, and reports it once a minute', async () => {
    const { reports } = await desk().process();
    const lost = Array.from({ length: 5 }, (_, index) => ordered(`lost-${index}`));
    await desk().told(...lost, ordered('a'));
    await until(async () => (await desk().shipped()).length === 1);
    const refused = { policy: 'ship', kind: 'refused', command: 'Ship', code: 'NothingToShip' };
    expect(reports).toEqual([{ ...refused, repeated: 0 }]);

    desk().time.advance(60_000);
    await desk().told(ordered('lost-again'));
    await until(() => reports.length === 2);
    expect(reports[1]).toEqual({ ...refused, repeated: 4 });
  });

  it('never loses an event to an engine that fails, and tries again after ever longer waits', async () => {
    desk().faults = ['none', 'before', 'after', 'before', 'before'];
    await desk().told(ordered('a'), ordered('b'), ordered('c'));
    const { reports } = await desk().process([shipOrders], { waits: { first: 100, most: 300 } });
    for (const wait of [100, 200, 300, 300]) {
      await until(() => desk().time.sleeping.includes(wait));
      expect(await status()).toMatchObject({
        state: 'waiting',
        position: 1,
        trouble: { message: expect.any(String) as string },
      });
      desk().time.advance(wait);
    }
    await until(async () => (await desk().shipped()).length === 3);
    await idle();
    expect(await desk().shippedOrders()).toEqual(['a', 'b', 'c']);
    expect(await status()).toMatchObject({ state: 'live', trouble: null, lag: { due: 0, seconds: 0 } });
    expect(reports).toHaveLength(1);
  });

  it('spreads the waits of several processes by chance', async () => {
    desk().faults = ['before'];
    await desk().told(ordered('a'));
    await desk().process([shipOrders], { random: () => 0.5 });
    await until(() => desk().time.sleeping.includes(187.5));
  });

  it('shows how much it has to do, and since when', async () => {
    expect(await status()).toMatchObject({ state: 'stopped', position: null, lag: { due: 0 } });
    desk().faults = Array.from({ length: 9 }, () => 'before');
    await desk().told(ordered('a'), held('b', ''), ordered('c'));
    await desk().process([shipOrders], { owner: 'one' });
    await until(async () => (await status()).state === 'waiting');
    expect(await status()).toMatchObject({
      policy: 'ship',
      waitsFor: 'events',
      owner: 'one',
      lag: { due: 2 },
      next: null,
    });
  });
});

describe('processes that run the same policies', () => {
  it('act one at a time', async () => {
    const [one, other] = [await desk().process(), await desk().process()];
    expect([one.runner.isActing, other.runner.isActing]).toEqual([true, false]);
    await desk().told(ordered('a'));
    await until(async () => (await desk().shipped()).length === 1);
    await one.runner.stop();
    await other.runner.beat();
    await desk().told(ordered('b'));
    await until(async () => (await desk().shipped()).length === 2);
    expect(desk().sent).toHaveLength(2);
  });

  it('take over from one that gives no sign of life, which does not move the position any more', async () => {
    const dead = await desk().process();
    await desk().told(ordered('a'));
    await until(async () => (await status()).position === 1);
    dead.isKilled = true;
    desk().time.advance(TTL);
    const heir = await desk().process();
    expect(heir.runner.isActing).toBe(true);
    dead.isKilled = false;
    await desk().told(ordered('b'));
    await until(async () => (await status()).position === 3);
    await dead.runner.beat();
    expect(dead.runner.isActing).toBe(false);
    expect(await desk().shippedOrders()).toEqual(['a', 'b']);
  });
});
