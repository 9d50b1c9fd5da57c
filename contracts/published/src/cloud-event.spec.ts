import { CustomerWonBack } from '@annals/contracts-customers';
import { recorded } from '@annals/testing';
import { z } from 'zod';
import { publisherOf } from './index.js';

const schema = z.object({ customerId: z.string() });
const { publish } = publisherOf([{ event: CustomerWonBack, version: 2, schema }]);

const won = { type: 'CustomerWonBack', schemaVersion: 1, data: { customerId: 'u-1', reason: 'A better offer.' } };

it('converts an event into a CloudEvent', () => {
  const [event] = recorded([won], {
    subject: 'u-1',
    reason: 'Li Na called.',
    correlationId: 'wish',
    causationId: 'cause',
    position: 41,
  });
  expect(publish(event!)).toEqual({
    specversion: '1.0',
    id: 'event-0',
    source: 'urn:annals:log',
    type: 'annals.CustomerWonBack.v2',
    subject: 'u-1',
    time: '2026-01-01T00:00:00.000Z',
    dataschema: 'urn:annals:schema:CustomerWonBack.v2',
    datacontenttype: 'application/json',
    recordedtime: '2026-01-01T00:00:00.000Z',
    position: '41',
    revision: '0',
    correlationid: 'wish',
    causationid: 'cause',
    data: { customerId: 'u-1' },
  });
});

it('carries the trace context', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const [event] = recorded([won]);
  expect(publish({ ...event!, traceparent })).toMatchObject({ traceparent });
});

it('does not publish events that are not listed', () => {
  const [event] = recorded([{ type: 'IdentifierReserved', schemaVersion: 1, data: { kind: 'email', holder: 'u-1' } }]);
  expect(publish(event!)).toBeNull();
});
