import { stoppedAfterEach, until } from '@annals/testing';
import fc from 'fast-check';
import { Desk, TTL, type Fault } from '../../test/policies.js';
import { held, ordered, shipHeld, shipOrders } from '../../test/shipping.js';

const stopped = stoppedAfterEach();
const NAMES = Array.from({ length: 8 }, (_, index) => `${index}`);

const DISASTERS = ['kill', 'lose the lease', 'stop', 'wake up'] as const;
const anyDisasters = fc.array(fc.constantFrom(...DISASTERS), { maxLength: 6 });
const anyFaults = fc.array(fc.constantFrom<Fault>('none', 'none', 'before', 'after'), { maxLength: 20 });

type Process = Awaited<ReturnType<Desk['process']>>;

const start = (desk: Desk) =>
  desk.process([shipOrders, shipHeld], { patience: 5_000, batch: 3, waits: { first: 1, most: 1 } });

const strike = async (desk: Desk, disaster: (typeof DISASTERS)[number], processes: Process[]) => {
  const [oldest] = processes;
  if (disaster === 'lose the lease') await desk.store.lease('policies', 'another', 1);
  if (disaster === 'wake up') for (const process of processes) process.isKilled = false;
  if (disaster === 'kill') oldest!.isKilled = true;
  if (disaster === 'stop') await oldest!.runner.stop();
  if (disaster === 'kill' || disaster === 'stop') processes.push(processes.shift()!, await start(desk));
};

/** Two processes, and whatever happens to them, each time after some progress. */
const through = async (desk: Desk, disasters: readonly (typeof DISASTERS)[number][]) => {
  const processes = [await start(desk), await start(desk)];
  const isDone = async () => (await desk.shipped()).length >= 2 * NAMES.length;
  for (const disaster of disasters) {
    const before = desk.sent.length;
    await until(async () => {
      desk.time.advance(1_000);
      return desk.sent.length > before || (await isDone());
    });
    desk.time.advance(TTL);
    await strike(desk, disaster, processes);
  }
  await until(async () => {
    desk.time.advance(1_000);
    return isDone();
  });
};

it('has each cause take effect once, whatever happens to processes, leases and engines', () =>
  fc.assert(
    fc.asyncProperty(anyFaults, anyDisasters, async (faults, disasters) => {
      const desk = new Desk(stopped);
      const due = desk.time.now().toISOString();
      const [events, deadlines] = [NAMES.map((name) => `event-${name}`), NAMES.map((name) => `deadline-${name}`)];
      await desk.told(...events.map(ordered), ...deadlines.map((name) => held(name, due)));
      await desk.projected();
      desk.faults = faults;
      await through(desk, disasters);
      expect([...(await desk.shippedOrders())].toSorted()).toEqual([...deadlines, ...events]);
    }),
    { numRuns: 50 },
  ));
