import { startMongo } from '../../../../infra/native/mongo.mjs';
import { diagnose } from '../src/diagnosis.js';
import { MongoDocumentStore } from '../src/mongo-document-store.js';
import { MongoRecordStore } from '../src/mongo-record-store.js';

/** The first error of a call that is repeated: what was sent just before may still be answered. */
const failureOf = async (call: () => Promise<unknown>): Promise<unknown> => {
  for (;;)
    try {
      await call();
    } catch (error) {
      return error;
    }
};

it('lets no call wait without an end, and is used again when it answers', async () => {
  const server = await startMongo();
  const [documents, records] = [new MongoDocumentStore(server), new MongoRecordStore(server)];
  await documents.collections();
  await records.put({ kind: 'a', id: 'b', body: {} }, null);
  server.freeze();
  const calls = [() => documents.collections(), () => documents.lease('a', 'me', 1_000), () => records.get('a', 'b')];
  const errors = await Promise.all(calls.map(failureOf));
  for (const error of errors) expect(diagnose(error)).toMatchObject({ state: 'ViewsAway' });
  server.thaw();
  while ((await records.get('a', 'b').catch(() => undefined)) === undefined);
  expect(await documents.collections()).toEqual([]);
  await documents.close();
  await records.close();
  await server.stop();
});
