import fc from 'fast-check';
import { anyActions, type Action } from '../../test/interleaving/actions.js';
import { comesToRest, isRight } from '../../test/interleaving/at-rest.js';
import { Installation } from '../../test/interleaving/installation.js';
import { Turns } from '../../test/interleaving/turns.js';
import { MemoryWorld } from '../../test/interleaving/memory-world.js';
import { SqliteWorld } from '../../test/interleaving/sqlite-world.js';
import type { World } from '../../test/interleaving/world.js';

const LIMIT = 100_000; // ms, also for finding a smaller example
const RUNS = Number(process.env['ROUNDS'] ?? 24);

const holds = async (world: World, actions: readonly Action[], version: number, lanes: number) => {
  const installation = new Installation(world);
  try {
    for (const action of actions) await action.act(installation);
    world.comeBack('log');
    world.comeBack('views');
    const { runner } = installation.start(version, lanes);
    await comesToRest(installation);
    await isRight(installation, runner, version);
  } finally {
    installation.end();
    await world.close();
  }
};

describe.each([
  ['memory', (turns: Turns) => new MemoryWorld(turns), 1],
  ['SQLite', (turns: Turns) => new SqliteWorld(turns), 4],
])('an installation on %s, whatever happens in whatever order', (_, newWorld, costs) => {
  it('comes to rest with every view at the head and equal to a rebuild, or standing still with advice', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), anyActions, fc.constantFrom(1, 2), fc.constantFrom(1, 2), (order, ...drawn) =>
        holds(newWorld(new Turns(order)), ...drawn),
      ),
      { numRuns: Math.ceil(RUNS / costs), interruptAfterTimeLimit: LIMIT },
    ));
});
