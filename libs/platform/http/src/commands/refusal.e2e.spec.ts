import { Rejection } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { parcelsApp } from '../../test/parcels.js';
import { OpenGate, type BulkAnswer, type Caller } from '../index.js';

/** Tells nobody which parcel a refusal is about. */
class DiscreetGate extends OpenGate {
  override async redactFor({ id }: Caller, error: unknown) {
    return error instanceof Rejection ? new Rejection(error.problem, { whoever: id }) : error;
  }
}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await parcelsApp(new MemoryEventStore(), undefined, { gate: new DiscreetGate() });
});
afterAll(() => app.close());

const parcelId = randomUUID();
const post = async <Body>(url: string, payload: object) => {
  const response = await app.inject({ method: 'POST', url: `/v1${url}`, payload });
  return { status: response.statusCode, body: response.json<Body>() };
};
const discreet = { status: 404, code: 'ParcelNotRegistered', details: { whoever: 'anonymous' } };

it('tells of a refusal what the gate lets through', async () => {
  const { status, body } = await post<object>(`/parcels/${parcelId}/send`, { kilos: 1 });
  expect([status, body]).toMatchObject([404, discreet]);
  expect(JSON.stringify(body)).not.toContain(parcelId);
});

it('tells no more of a refusal in bulk', async () => {
  const { body } = await post<BulkAnswer>('/commands', { commands: [{ type: 'SendParcel', parcelId, kilos: 1 }] });
  expect(body.outcomes).toMatchObject([{ problem: discreet }]);
  expect(JSON.stringify(body)).not.toContain(parcelId);
});

it('keeps to itself what went wrong inside, as ever', async () => {
  expect(await post(`/parcels/${parcelId}/lose`, {})).toMatchObject({ status: 500, body: { code: 'Unexpected' } });
});

it.each([
  [{ expectedRevision: -1 }, '@1795824000'],
  [{ expectedRevision: null }, undefined],
  [{}, undefined],
])('says with the answer that %j of a single command will be removed, if it will', async (sent, deprecation) => {
  const payload = { customerId: 'c1', ...sent };
  const { statusCode, headers } = await app.inject({ method: 'POST', url: '/v1/parcels', payload });
  expect([statusCode, headers['deprecation']]).toEqual([201, deprecation]);
});
