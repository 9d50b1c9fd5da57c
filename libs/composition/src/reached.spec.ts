import { EngineFault } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { reached } from './reached.js';

class LateLog extends MemoryEventStore {
  asked = 0;

  constructor(private readonly answersAt: number) {
    super();
  }

  override async head() {
    this.asked += 1;
    if (this.asked < this.answersAt) throw new Error('connect ECONNREFUSED');
    return super.head();
  }
}

const urls = { eventStoreUrl: 'esdb://admin:secret@one:2113,two:2113?tls=false', readStoreUrl: undefined };
const documents = new MemoryDocumentStore();

it('waits for a server, and says once for which', async () => {
  const said: string[] = [];
  const log = new LateLog(100);
  await reached({ log, documents }, urls, { soon: 1, again: 1, say: (line) => said.push(line) });
  expect(log.asked).toBe(100);
  expect(said).toEqual(['one:2113,two:2113 (EVENT_STORE_URL) does not answer; Annals waits for it.']);
});

it('waits for as long as it takes, and says so again', async () => {
  const said: string[] = [];
  const say = (line: string) => {
    said.push(line);
    if (said.length === 3) log.head = () => Promise.resolve(0);
  };
  const log = new LateLog(Infinity);
  await reached({ log, documents }, urls, { soon: 1, often: 1, again: 1, say });
  expect(new Set(said)).toEqual(new Set(['one:2113,two:2113 (EVENT_STORE_URL) does not answer; Annals waits for it.']));
});

it('says nothing of a server that answers soon', async () => {
  const said: string[] = [];
  await reached({ log: new LateLog(2), documents }, urls, { again: 1, say: (line) => said.push(line) });
  expect(said).toEqual([]);
});

it('gives up one day, and says on what', async () => {
  const log = new LateLog(Infinity);
  const waiting = reached({ log, documents }, urls, { patience: 10, again: 1, say: () => undefined });
  await expect(waiting).rejects.toThrow(
    /^one:2113,two:2113 \(EVENT_STORE_URL\) does not answer: connect ECONNREFUSED$/,
  );
});

it('ends at once with the reason when waiting cannot help', async () => {
  const refusing = new LateLog(Infinity);
  const meaning = 'refuses this user or password';
  const report = { role: 'log', state: 'LogRefused', product: 'EventStoreDB', kind: 'AccessDenied', meaning } as const;
  refusing.head = () => Promise.reject(new EngineFault(report));
  await expect(reached({ log: refusing, documents }, urls)).rejects.toThrow(
    /^one:2113,two:2113 \(EVENT_STORE_URL\): refuses this user or password\.$/,
  );
});

it('asks nothing of files', async () => {
  const log = new LateLog(Infinity);
  await reached({ log, documents }, { eventStoreUrl: undefined, readStoreUrl: undefined });
  expect(log.asked).toBe(0);
});
