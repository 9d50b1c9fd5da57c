// A process that commits under a lease for as long as it has it. Arguments: the database and the name of the owner.
import { CheckpointConflict, Fenced } from '@annals/event-sourcing';
import { MongoDocumentStore } from '@annals/store-mongodb';

const TTL = 300; // ms
const [url, owner] = process.argv.slice(2);
const store = new MongoDocumentStore({ url });

let lease;
while (!lease) lease = await store.lease('lane', owner, TTL);
console.log('holds');

const commitNext = async () => {
  const expected = await store.checkpoint('shelf-v1');
  const next = expected + 1;
  const write = { id: `${owner}-${next}`, position: next, body: { token: lease.token }, fields: {} };
  // Not renewed: what is tried here is what becomes of a lease that was lost unnoticed.
  const commit = { collection: 'shelf-v1', writes: [write], checkpoint: { expected, next } };
  try {
    await store.commit([commit], lease);
    console.log('commits');
  } catch (error) {
    // What the one before was about to write may have come first.
    if (!(error instanceof CheckpointConflict)) throw error;
  }
};

try {
  for (;;) await commitNext();
} catch (error) {
  console.log(error instanceof Fenced ? 'fenced' : error.message);
} finally {
  await store.close();
}
