import type { CommandInput, Outcome } from '@annals/importing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { EventStore } from '@annals/event-sourcing';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationOf } from './catalogue.js';
import { openEngine, type Engine } from './engine.js';
import { executorOf } from './executor.js';
import { ProgramModule } from './service.module.js';
import { closeStores } from './stores.js';
import { openTrialEngine } from './trial-engine.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annals-trial-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const settings = () => configurationOf({ DATA_DIR: join(folder, 'data') });

/** Every file of the data folder with a digest of its content. */
const files = () =>
  readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => [
      name,
      createHash('sha1')
        .update(readFileSync(join(parentPath, name)))
        .digest('hex'),
    ]);

const carryOut = async (engine: Engine, commands: readonly CommandInput[]): Promise<readonly Outcome[]> => {
  const app = await NestFactory.createApplicationContext(ProgramModule.with(engine, { modules: [] }), {
    logger: false,
  });
  const of = [app.get(CommandBus), app.get(EventStore), app.get<Catalogue>(CATALOGUE), 'system:import'] as const;
  const outcomes: Outcome[] = [];
  for (const command of commands) outcomes.push(...(await executorOf(...of).execute([command])));
  await app.close();
  await closeStores(engine);
  return outcomes;
};

const input = (type: string, commandId: string, body: CommandInput['body']): CommandInput => ({
  ...{ type, commandId, source: 'import:test', body: { occurredAt: '2026-01-05', ...body } },
});
const register = (customerId: string, more: CommandInput['body'] = {}) =>
  input('RegisterCustomer', `register-${customerId}`, {
    ...{ customerId, kind: 'person', roles: ['prospect'], name: '王芳', ...more },
  });
const call = (customerId: string) =>
  input('MakeContact', `call-${customerId}`, {
    ...{ contactId: `contact-${customerId}`, customerId, channel: 'phone', direction: 'outbound' },
    ...{ purpose: 'marketing', outcome: 'answered' },
  });

const shown = (outcomes: readonly Outcome[]) =>
  outcomes.map((outcome) => {
    if (outcome.status === 'done') return outcome.stored ? 'stored' : 'same';
    return outcome.status === 'refused' ? outcome.code : outcome.errors.map(({ field }) => field).join();
  });

const commands = () => [
  register('a', { email: 'a@example.com' }),
  register('b', { email: 'A@example.com' }),
  register('a', { email: 'a@example.com' }),
  register('c', { kind: 'nobody' }),
  register('d'),
  call('d'),
  call('nobody'),
];

it('decides as the run does that follows, and creates nothing', async () => {
  const trial = await carryOut(await openTrialEngine(settings()), commands());
  expect(existsSync(join(folder, 'data'))).toBe(false);
  const run = await carryOut(await openEngine(settings()), commands());
  expect(shown(trial)).toEqual(shown(run));
  expect(shown(run).slice(0, 5)).toEqual(['stored', 'IdentifierTaken', 'same', 'kind', 'stored']);
});

it('decides on what the installation has stored, and leaves every file as it was', async () => {
  const stored = [register('a', { email: 'a@example.com' })];
  await carryOut(await openEngine(settings()), stored);
  const before = files();
  const outcomes = await carryOut(await openTrialEngine(settings()), [
    ...[...stored, register('b', { email: 'a@example.com' }), register('c')],
    input('MarkLost', 'lost', { customerId: 'a', reason: 'Moved away' }),
  ]);
  expect(shown(outcomes)).toEqual(['same', 'IdentifierTaken', 'stored', 'stored']);
  expect(files()).toEqual(before);
});

it('reads beside an engine that writes', async () => {
  const running = await openEngine(settings());
  const head = await running.log.head();
  expect(shown(await carryOut(await openTrialEngine(settings()), [register('a')]))).toEqual(['stored']);
  expect(await running.log.head()).toBe(head);
  expect(shown(await carryOut(running, [register('a')]))).toEqual(['stored']);
});
