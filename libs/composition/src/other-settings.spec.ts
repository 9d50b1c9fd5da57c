import { DealClosed } from '@annals/contracts-deals';
import { collectionOf, NO_STREAM, project } from '@annals/event-sourcing';
import { Projector, StoredViews } from '@annals/projecting';
import { newEvent, until } from '@annals/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationOf } from './catalogue.js';
import { openEngine } from './engine.js';
import { closeStores } from './stores.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-other-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const closed = DealClosed.event({
  ...{ dealId: 'd-1', customerId: 'c-1', title: 'Pump', value: { amount: '10.00', currency: 'EUR' }, lines: [] },
  ...{ owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} },
  ...{ outcome: 'won', step: 'trading', reason: null, competitor: null },
});

/** The lifecycle of the customer as it is served after a start with these settings, and as a rebuild would give it. */
const started = async (settings: Readonly<Record<string, string>>) => {
  const { log, documents, catalogue, ...rest } = await openEngine(configurationOf({ DATA_DIR: folder, ...settings }));
  const view = catalogue.views.find(({ name }) => name === 'customer-list')!;
  if ((await log.head()) === 0) {
    const event = { ...newEvent('1'), ...closed, occurredAt: '2026-01-31T20:00:00.000Z' };
    await log.append('deal-d-1', NO_STREAM, [event]);
  }
  const projector = new Projector(log, documents, [view]);
  await projector.start();
  const head = await log.head();
  await until(async () => (await documents.served('customer-list')) === collectionOf(view));
  const { value } = await new StoredViews(documents, projector.positions).one(view, 'c-1', { position: head });
  await projector.stop();
  const rebuilt = project(view, (await Array.fromAsync(log.readAll(0))).flat()).get('c-1');
  await closeStores({ log, documents, ...rest });
  expect(value).toEqual(rebuilt);
  return value as unknown as { lifecycle: { change: { to: string } }; months: readonly { month: string }[] };
};

it('gives the views that depend on a setting, and back again, as if they had always been computed with it', async () => {
  const states = [];
  for (const deals of ['3', '1', '3', '1']) {
    const { lifecycle } = await started({ LIFECYCLE_MATURE_WON_DEALS: deals });
    states.push(lifecycle.change.to);
  }
  expect(states).toEqual(['developing', 'mature', 'developing', 'mature']);
});

it('counts months anew in another time zone', async () => {
  const months = async (settings: Readonly<Record<string, string>>) => JSON.stringify((await started(settings)).months);
  expect(await months({})).toContain('2026-01');
  expect(await months({ TIME_ZONE: 'Asia/Shanghai' })).toContain('2026-02');
});
