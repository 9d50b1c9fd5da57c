import { closeStores, configurationOf, openStores, type Stores } from '@annals/composition';
import { expectSoundLog, expectViewsLikeRebuilt, OTHER_SETTINGS } from '../inspection.js';
import { healed, READY_WITHIN, unready } from './healing.js';
import { Run } from './run.js';

const SEED = Number(process.env['SEED'] ?? 1);
const MINUTES = Number(process.env['MINUTES'] ?? 2);
const PATIENCE = 20 * 60_000; // ms for the start and for the end of the run

const QUITS_WITHIN = 30; // seconds, which orchestrators grant

describe(`under the faults of --seed=${SEED} --minutes=${MINUTES}`, () => {
  const run = new Run(SEED, MINUTES);
  let stores: Stores;
  beforeAll(
    async () => {
      await run.carryOut();
      stores = await openStores(configurationOf(run.environment));
    },
    PATIENCE + MINUTES * 60_000,
  );
  afterAll(() => run.end());

  it('no process ended by itself', () => {
    expect(run.installation.processes.flatMap(({ collapses }) => collapses)).toEqual([]);
  });

  it(`every process ended within ${QUITS_WITHIN} s of SIGTERM`, () => {
    const ours = run.installation.processes.map(({ name }) => name);
    const late = run.quits.filter(({ took }) => took > QUITS_WITHIN);
    expect(late.filter(({ name }) => ours.includes(name.split(' ')[0]!))).toEqual([]);
  });

  it(`every process was ready by itself within ${READY_WITHIN} s of the last fault`, async () => {
    expect(run.readyAfter).toBeLessThan(READY_WITHIN);
    await healed(run.installation.processes); // consumers that join a group make the others pause
    expect(await unready(run.installation.processes)).toEqual([]);
  });

  it('every command that was in order was carried out, and no other one', () => {
    expect([run.load.refused, run.load.failed]).toEqual([[], []]);
    expect(run.load.acknowledged.length).toBeGreaterThan(0);
  });

  it('no command was carried out for a credential that had ended', () => {
    expect(run.leavers.tooLate).toEqual([]);
  });

  it('every fact from Kafka is in the log once', () => run.orders.expectOnceIn(stores.log));

  it('every message that cannot be taken is in the dead letters', async () => {
    expect(await run.poison.set()).toEqual(Array.from({ length: run.poison.sent }, (_, number) => number));
  });

  it('every published event is in Kafka, in the order of its customer', async () => {
    await run.exchange.expectAtLeastLike(stores.log);
  });

  describe('after the end of all processes', () => {
    beforeAll(async () => {
      await closeStores(stores);
      await run.installation.stop();
    });

    it('every acknowledged fact is in the log once, and nothing of refused commands', () =>
      expectSoundLog(
        run.environment,
        [...run.load.acknowledged, ...run.leavers.acknowledged],
        [...run.load.rejected, ...run.leavers.rejected],
      ));

    it.each([
      ['the same', {}],
      ['other', OTHER_SETTINGS],
    ])(
      'every view equals a rebuild with %s settings',
      (_, settings) => expectViewsLikeRebuilt({ ...run.environment, ...settings }),
      PATIENCE,
    );
  });
});
