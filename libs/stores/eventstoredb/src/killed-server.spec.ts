import { NO_STREAM } from '@annals/event-sourcing';
import { named } from '@annals/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { desk } from '../test/desk.js';

const MAIN = join(import.meta.dirname, '../../../eventstoredb-server/dist/main.js');

describe('A server that is killed and started again', () => {
  const { open, follow } = desk();
  const folder = mkdtempSync(join(tmpdir(), 'annals-'));
  let server: ChildProcess;
  afterAll(() => {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  const start = async (port = '0') => {
    server = spawn(process.execPath, [MAIN, `--file=${join(folder, 'log.db')}`, `--port=${port}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = once(server, 'exit').then(() => ['']); // such as when it was not built
    const [url] = (await Promise.race([once(createInterface(server.stdout!), 'line'), gone])) as [string];
    return url;
  };

  it('has every event once, in the log as for those who follow it', async () => {
    const url = await start();
    const store = open(url, { answerWithin: 5_000, patience: 30_000 });
    const { names, heard } = follow(store);
    const wanted = Array.from({ length: 90 }, (_, index) => `${index}`);
    const writing = (async () => {
      for (const [index, name] of wanted.entries())
        await store.append('a', index === 0 ? NO_STREAM : index - 1, [named(name)]);
    })();
    for (const reached of [30, 60]) {
      await heard(reached);
      server.kill('SIGKILL');
      await once(server, 'exit');
      await start(new URL(url).port);
    }
    await writing;
    expect(await heard(wanted.length)).toEqual(wanted);
    expect((await store.read('a')).map(({ id }) => id)).toEqual(wanted.map((name) => named(name).id));
    expect(names).toEqual(wanted);
  });
});
