import { PURPOSES } from '@annals/contracts-values';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startEventStoreDb, type NativeEventStoreDb } from '../../../infra/native/eventstoredb.mjs';
import type { Environment } from './apart/process.js';
import { answerMisfits, type Answer } from './described.js';
import { lacking } from './fixtures/lacking.js';
import { eventsIn, opened } from './fixtures/opened.js';
import { Positions } from './fixtures/positions.js';
import { recordOf, unpackBackup, versions } from './fixtures/record.js';
import { withoutRenamed } from './fixtures/renamed.js';
import { expectSoundLog, expectViewsLikeRebuilt, OTHER_SETTINGS } from './inspection.js';
import { stage } from './stage.js';

const { folder, annals } = stage();

const doNotFake = [
  ...(['nextTick', 'queueMicrotask', 'hrtime', 'performance', 'setImmediate', 'clearImmediate'] as const),
  ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const),
];

type Entries = readonly Readonly<Record<string, string>>[];

/** Lists of declarations of slices with the keys of their members: the order is irrelevant, and there may be new ones. */
const DECLARED: Readonly<Record<string, readonly [list: string, name: string]>> = {
  '/v1/projections': ['items', 'name'],
  '/v1/access': ['permissions', 'permission'],
};

/** “Do not contact” held for every purpose. */
const RULES_OF_THEN = { DO_NOT_CONTACT_APPLIES_TO: PURPOSES.join(',') };

/** An answer with those members of such a list alone that the old one has, too. */
const knownOf = (path: string, { status, body }: Answer, old: Answer): Answer => {
  const [list = '', name = ''] = DECLARED[path] ?? [];
  const [entries, before] = [body, old.body].map((each) => (each as Readonly<Record<string, Entries>>)[list]);
  if (!entries || !before) return { status, body };
  const names = new Set(before.map((each) => each[name]));
  const known = entries.filter((each) => names.has(each[name]));
  return { status, body: { ...(body as object), [list]: known.toSorted((a, b) => (a[name]! < b[name]! ? -1 : 1)) } };
};

describe.each(versions)('the data folder of version %s', (version) => {
  const recorded = recordOf(version);
  const backup = join(folder, version);
  let server: NativeEventStoreDb;
  beforeAll(async () => {
    server = await startEventStoreDb();
    unpackBackup(version, backup);
    jest.useFakeTimers({ now: new Date(recorded.at), doNotFake }); // nothing has become due since
  });
  afterAll(async () => {
    jest.useRealTimers();
    await server.stop();
  });

  const copied = async (environment: Environment) => {
    const moved = { ...environment, EVENT_STORE_URL: server.url };
    expect(await annals(['copy-log'], moved)).toMatchObject({ code: 0 });
    return moved;
  };

  describe.each([
    ['in the data folder', async (environment: Environment) => environment],
    ['copied into an EventStoreDB', copied],
  ])('with its log %s', (where, brought) => {
    let environment: Environment;
    let positions: Positions;
    const undescribed: string[] = [];
    beforeAll(async () => {
      const restored = { DATA_DIR: join(folder, `${version} ${where}`), ...RULES_OF_THEN };
      mkdirSync(restored.DATA_DIR);
      expect(await annals(['restore', backup], restored)).toMatchObject({ code: 0 });
      environment = await brought(restored);
      positions = new Positions(await eventsIn(restored), await eventsIn(environment));
    });

    it('has a sound log', () => expectSoundLog(environment, []));
    it('has its accounts and keys as records, and the old files under another name', () =>
      expect(readdirSync(environment['DATA_DIR']!).toSorted()).toEqual(
        expect.arrayContaining(['accounts.json.taken-over', 'blobs', 'keys.json.taken-over', 'records.db']) as string[],
      ));
    it.each([
      ['the settings of then', {}],
      ['other settings', OTHER_SETTINGS],
      ['the settings of then again', {}],
    ])('has views that equal rebuilt ones, with %s', (_, settings) =>
      expectViewsLikeRebuilt({ ...environment, ...settings }),
    );

    describe('opened', () => {
      let now: Awaited<ReturnType<typeof opened>>;
      let length: number;
      beforeAll(async () => {
        length = (await eventsIn(environment)).length;
        now = await opened(environment);
      });
      afterAll(() => now.close());

      it.each(Object.entries(recorded.callers))('returns the recorded answer to %s', async (caller, credentials) => {
        const headers = await now.signIn(credentials);
        const lines: string[] = [];
        for (const { path, status, body } of recorded.questions.filter((question) => question.caller === caller)) {
          const answer = await now.ask('GET', positions.inPath(path), headers);
          const was = { status, body: positions.inAnswer(body) };
          const lacks = lacking(knownOf(path, was, was), knownOf(path, answer, was));
          lines.push(...lacks.map((line) => `GET ${path} ${line}`));
          undescribed.push(...answerMisfits('GET', path, answer));
        }
        expect(withoutRenamed(lines)).toEqual([]);
      });

      it('has returned answers that fit the description of the API', () => expect(undescribed).toEqual([]));

      it.each(Object.entries(recorded.replays))('replays %s as recorded', async (customerId, lines) => {
        const told = lacking(lines.map((line) => positions.inLine(line)).filter(Boolean), await now.replay(customerId));
        expect(withoutRenamed(told.map((line) => `replay ${customerId} ${line}`))).toEqual([]);
      });

      it('recognises every repeated command', async () => {
        const admin = await now.signIn(recorded.callers['admin']!);
        const lines: string[] = [];
        for (const { path, body, headers, status, answer } of recorded.commands) {
          const again = await now.ask('POST', path, { ...admin, ...headers }, body);
          const lacks = lacking({ status, body: positions.inAnswer(answer) }, again);
          lines.push(...lacks.map((line) => `POST ${path} ${line}`));
        }
        expect(withoutRenamed(lines)).toEqual([]);
      });

      it('recognises every repeated row of an import', async () => {
        expect(await now.importAgain()).toMatchObject({ rows: 4, failed: 2, warnings: 1 });
      });

      it('has no further events', async () => {
        expect(await eventsIn(environment)).toHaveLength(length);
      });

      it('gets only the events of passed deadlines from the clock', async () => {
        await now.strike();
        await now.strike();
        const types = (await eventsIn(environment)).slice(length).map(({ type }) => type);
        // Prospects decline, too, who did not when the data folder was written.
        const others = types.filter((type) => type !== 'CustomerFellSilent');
        const overdue = Array<string>(4).fill('ComplaintBecameOverdue');
        expect(others.toSorted()).toEqual([...overdue, 'ConsentExpired', 'NeedEnded']);
      });
    });
  });
});
