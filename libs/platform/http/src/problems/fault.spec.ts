import { MemoryEventStore } from '@annals/store-memory';
import { ConsoleLogger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CommandGate } from '../commands/command-gate.js';
import { parcelsApp } from '../../test/parcels.js';
import { HttpProblem } from './http-problem.js';
import { describeFault } from './fault.js';

const failing = (message: string, cause?: unknown) =>
  Object.assign(new TypeError(message, { cause }), { code: 'SQLITE_FULL' });

it('names an error, its code, where it was raised and its cause, and says nothing of what was in it', () => {
  const text = describeFault(failing('Jane Doe\n    at home\n  at 555-1234', new RangeError('hush')));
  expect(text).toMatch(/^TypeError SQLITE_FULL\n\s+at failing .*fault\.spec[^]*\ncaused by RangeError\n\s+at /);
  expect(text).not.toMatch(/Jane|home|555|hush/);
});

it.each<[string, unknown, RegExp]>([
  ['no message', new Error(), /^Error\n\s+at /],
  ['no stack', Object.assign(new Error('hush'), { stack: undefined }), /^Error$/],
  ['a code that is no word', Object.assign(new Error('x'), { code: 'Jane Doe' }), /^Error\n/],
  ['a cause that is no error', new Error('x', { cause: 'Jane' }), /caused by a string was thrown$/],
])('manages with %s', (_, error, expected) => {
  expect(describeFault(error)).toMatch(expected);
});

class Listening extends ConsoleLogger {
  readonly lines: string[] = [];
  protected override printMessages(messages: unknown[]) {
    this.lines.push(...messages.map(String));
  }
}

it('keeps what a request and an error hold out of the log', async () => {
  const logger = new Listening();
  const app = await parcelsApp(new MemoryEventStore(), undefined, { logger });
  const url = `/v1/parcels/${randomUUID()}/lose`;
  const headers = { authorization: 'Bearer ann_1_hush' };
  const payload = { reason: 'Jane Doe moved' };
  expect((await app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(500);
  const bulk = { commands: [{ type: 'LoseParcel', parcelId: randomUUID(), ...payload }] };
  await app.inject({ method: 'POST', url: '/v1/commands', headers, payload: bulk });
  await app.close();
  const log = logger.lines.join('\n');
  expect(log.match(/^Error\n\s+at .*parcels/gm)).toHaveLength(2);
  expect(log).not.toMatch(/Jane|burns|hush|Bearer/);
});

it('writes down what a bulk request is refused, as that of single requests, the same only once', async () => {
  const logger = new Listening();
  const app = await parcelsApp(new MemoryEventStore(), undefined, { logger });
  const words = { en: 'No.', zh: '否。' };
  const forbidden = { code: 'Forbidden', status: 403, title: words, detail: words };
  const refuse = () => Promise.reject(new HttpProblem(forbidden));
  Object.assign(app.get(CommandGate, { strict: false }), { expectRight: refuse });
  const lose = () => ({ type: 'LoseParcel', parcelId: randomUUID() });
  const commands = [lose(), lose(), { type: 'Nonsense' }];
  await app.inject({ method: 'POST', url: '/v1/commands', payload: { commands } });
  await app.close();
  const refusals = logger.lines.join('\n').match(/403 .*/g);
  expect(refusals).toEqual([
    expect.stringMatching(/^403 .* for an unknown caller at .*: POST \/v1\/commands, LoseParcel/),
  ]);
});
