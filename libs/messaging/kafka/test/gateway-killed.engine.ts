import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deadLettersOf } from '../src/index.js';
import { OwnProcess } from './own-process.js';
import { brokers, clientOf, eventually, newTopic, readTopic } from './topic.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-gateway-'));
const file = join(folder, 'taken');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const taken = () => readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean);

it('loses nothing, keeps the order and gives repeats the same id, whatever step it is killed at', async () => {
  const topic = newTopic();
  const ids = Array.from({ length: 30 }, (_, at) => `order-${at}`);
  const isBad = (id: string) => id.endsWith('3');
  const gateway = { topics: [topic], groupId: topic, partitions: 1, sessionTimeout: 1_000 };
  const start = async (dieAt?: number) => {
    const started = new OwnProcess('gateway', { brokers, gateway, file, dieAt });
    await started.started();
    return started;
  };

  const producer = clientOf().producer();
  await producer.connect();
  const first = await start();
  const messages = ids.map((id) => ({ key: 'c-1', value: isBad(id) ? 'bad' : 'good', headers: { id } }));
  const put = () => producer.send({ topic, messages });
  await eventually(() =>
    put().then(
      () => true,
      () => false,
    ),
  );
  await first.end('SIGKILL');
  for (const dieAt of [1, 2, 3, 4, 7, 8, 9]) {
    const dying = await start(dieAt);
    await eventually(() => dying.isDead);
  }
  const last = await start();
  const good = ids.filter((id) => !isBad(id));
  await eventually(() => taken().includes(good.at(-1)!));
  await last.end('SIGKILL');
  await producer.disconnect();

  expect([...new Set(taken())]).toEqual(good);
  const letters = (await readTopic(deadLettersOf(topic))).map(({ headers }) => headers['id']);
  expect([...new Set(letters)]).toEqual(ids.filter(isBad));
});
