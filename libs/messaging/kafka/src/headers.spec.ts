import { publisherOf } from '@annals/contracts-published';
import { customers } from '@annals/domain-customers';
import { contractsOf } from '@annals/slice';
import { recorded } from '@annals/testing';
import { logIn, messageOf, positionIn, textsOf } from './headers.js';

const { publish } = publisherOf(contractsOf([customers]).publications);
const data = { customerId: 'u-1', reason: 'A better offer.' };
const [event] = recorded([{ type: 'CustomerWonBack', schemaVersion: 1, data }], { subject: 'u-1', position: 41 });
const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

it('makes attributes headers, the customer the key and the data the value', () => {
  expect(messageOf(publish(event!)!, 'log-1')).toEqual({
    key: 'u-1',
    value: '{"customerId":"u-1"}',
    headers: {
      'content-type': 'application/json',
      'annals-log': 'log-1',
      ce_specversion: '1.0',
      ce_id: 'event-0',
      ce_source: 'urn:annals:log',
      ce_type: 'annals.CustomerWonBack.v2',
      ce_subject: 'u-1',
      ce_time: '2026-01-01T00:00:00.000Z',
      ce_dataschema: 'urn:annals:schema:CustomerWonBack.v2',
      ce_recordedtime: '2026-01-01T00:00:00.000Z',
      ce_position: '41',
      ce_revision: '0',
      ce_correlationid: 'command-0',
      ce_causationid: 'command-0',
    },
  });
});

it('passes a trace on under the name that tracing tools know, too', () => {
  const { headers } = messageOf({ ...publish(event!)!, traceparent }, 'log-1');
  expect(headers).toMatchObject({ traceparent, ce_traceparent: traceparent });
});

it('finds the log and the position of what a relay has sent', () => {
  expect(logIn(messageOf(publish(event!)!, 'log-1').headers)).toBe('log-1');
  expect(logIn({ ce_position: '41' })).toBeUndefined();
  expect(positionIn(messageOf(publish(event!)!, 'log-1').headers)).toBe(41);
});

it.each([undefined, {}, { ce_position: 'many' }, { ce_position: '1.5' }])('finds no position in %o', (headers) =>
  expect(positionIn(headers)).toBeUndefined(),
);

it('reads headers as texts, the last of each name', () => {
  const headers = { one: Buffer.from('一'), many: ['a', Buffer.from('b')], none: undefined, empty: null as never };
  expect(textsOf(headers)).toEqual({ one: '一', many: 'b', empty: '' });
});
