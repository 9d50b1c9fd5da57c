import { SqliteEventStore } from '@annals/store-sqlite';
import { join } from 'node:path';
import { inspected } from './event-schemas.js';
import { journey } from './journey.js';
import { stage } from './stage.js';

const { folder, open } = stage();

journey(async () => (await open()).client);

it('has stored events that fit their schemas', async () => {
  const { events, wrong } = await inspected(new SqliteEventStore({ file: join(folder, 'events.db') }));
  expect(events.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});
