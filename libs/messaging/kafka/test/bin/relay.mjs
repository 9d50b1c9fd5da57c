// A relay in a separate process, for tests that kill it. Its one argument is JSON:
// { folder, relay: options of the relay, dieAt?: at which step of its work it kills itself }
import { publisherOf } from '@annals/contracts-published';
import { contacts } from '@annals/domain-contacts';
import { Relay } from '@annals/kafka';
import { contractsOf } from '@annals/slice';
import { SqliteDocumentStore, SqliteEventStore } from '@annals/store-sqlite';

const { folder, relay: options, dieAt = Infinity } = JSON.parse(process.argv[2]);

let steps = 0;
const step = () => {
  steps += 1;
  if (steps >= dieAt) process.kill(process.pid, 'SIGKILL');
};

/** Before and after each call, and between what it yields. */
const stepping = (target) =>
  new Proxy(target, {
    get(from, name) {
      const member = Reflect.get(from, name, from);
      if (typeof member !== 'function') return member;
      return name === 'follow'
        ? (...all) => yielding(member.apply(from, all))
        : (...all) => calling(member.apply(from, all));
    },
  });

const calling = async (call) => {
  step();
  const answer = await call;
  step();
  return answer;
};

const yielding = async function* (batches) {
  for await (const batch of batches) {
    step();
    yield batch;
    step();
  }
};

const log = new SqliteEventStore({ file: `${folder}/log.db` });
const store = new SqliteDocumentStore({ file: `${folder}/views.db` });
const publisher = publisherOf(contractsOf([contacts]).publications);
const relay = new Relay(stepping(log), stepping(store), { ...options, publisher, onSent: step });
await relay.start();
process.send('started');

process.once('SIGTERM', async () => {
  await relay.stop();
  process.exit(0);
});
