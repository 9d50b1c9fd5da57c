import { readdirSync } from 'node:fs';
import { closeStores, configurationOf, openStores } from '@annals/composition';
import { Engines } from './apart/engines.js';
import { Exchange } from './apart/exchange.js';
import { Installation } from './apart/installation.js';
import { comes } from './apart/patience.js';
import { Process, type Environment } from './apart/process.js';
import { journey } from './journey.js';
import { sampleFigures } from './sample.js';
import { stage } from './stage.js';

const { annals, folder } = stage();

const names = ['sales', 'service', 'query', 'audit', 'projector', 'projector', 'relay', 'relay'];

let environment: Environment;
let installation: Installation;
let exchange: Exchange;
beforeAll(async () => {
  const engines = await Engines.start();
  const shared = { PROJECTOR_LANES: '2', RELAY_LANES: '2', LEASE_SECONDS: '2' };
  environment = { DATA_DIR: folder, ...shared, ...engines.environment };
  installation = await Installation.start(environment, names);
  exchange = new Exchange(engines.kafka.brokers);
  const { code, err } = await annals(['import', 'infra/samples/northwind/mapping.json'], environment);
  expect({ code, err }).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await Process.killAll();
  await Engines.stopAll();
});

describe('separate processes on EventStoreDB, MongoDB and Kafka', () => {
  it('need no data folder', () => expect(readdirSync(folder)).toEqual([]));

  sampleFigures(() => installation.client);
  journey(async () => installation.client);

  const orders = 'erp.orders.v1';
  const order = {
    ...{ type: 'OrderPlaced', orderId: 'from-erp', occurredAt: '2026-01-05T09:00:00.000Z' },
    ...{ customer: { code: 'ALFKI' }, value: { amount: '99.00', currency: 'EUR' } },
  };

  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';

  it('shows an order from Kafka once on the page of its customer', async () => {
    const message = { key: 'ALFKI', headers: { ce_id: 'order-1', traceparent }, value: JSON.stringify(order) };
    await exchange.put(orders, message, message);
    const logistics = async () => {
      const { body } = await installation.client.get('/v1/customers/northwind-customer-ALFKI');
      return (body as { readonly logistics?: object }).logistics;
    };
    await comes('the order', async () => JSON.stringify(await logistics()).includes('from-erp'));
    expect(await logistics()).toMatchObject({ openOrders: [{ orderId: 'from-erp', status: 'open' }] });
  });

  it('records the trace of a message in its event', async () => {
    const stores = await openStores(configurationOf(environment));
    const placed = (await Array.fromAsync(stores.log.readAll(0, { types: ['OrderPlaced'] }))).flat();
    expect(placed.filter((event) => event.traceparent === traceparent)).toMatchObject([
      { data: { orderId: 'from-erp' }, source: orders },
    ]);
    await closeStores(stores);
  });

  it('moves an invalid message to the dead letters, with the reason', async () => {
    await exchange.put(orders, { key: 'ALFKI', headers: { ce_id: 'order-2' }, value: '{"type":"OrderLost"}' });
    await comes('the dead letter', async () => (await exchange.read(`${orders}.dead-letters`)).length > 0);
    expect(await exchange.read(`${orders}.dead-letters`)).toMatchObject([
      { key: 'ALFKI', value: '{"type":"OrderLost"}', headers: { ce_id: 'order-2', 'dead-letter-code': 'TypeUnknown' } },
    ]);
  });

  it('publishes every event to Kafka once and in order', async () => {
    const stores = await openStores(configurationOf(environment));
    await exchange.expectLike(stores.log);
    await closeStores(stores);
  });
});
