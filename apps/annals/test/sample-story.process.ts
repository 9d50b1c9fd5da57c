import { configurationOf, openTrialEngine, ProgramModule } from '@annals/composition';
import { EventStore } from '@annals/event-sourcing';
import type { Failed } from '@annals/importing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parsePhoneNumber } from 'libphonenumber-js/max';
import { sampleStory, tellStory } from '../src/sample-story.js';
import { storyOf } from '../../../infra/samples/company/story.mjs';

const TODAY = new Date().toISOString().slice(0, 10);

let app: INestApplicationContext;
let failed: readonly Failed[];
beforeAll(async () => {
  const engine = await openTrialEngine(configurationOf({ DATA_DIR: '/nowhere' }));
  app = await NestFactory.createApplicationContext(ProgramModule.with(engine, { modules: [] }), { logger: false });
  failed = await tellStory(app, await sampleStory(TODAY, 'UTC'));
});
afterAll(() => app.close());

const head = () => app.get(EventStore).head();

it('has only commands that are accepted', () => {
  expect(
    failed.map(({ command: { type, actor, body }, outcome }) => ({ type, actor, body, outcome })).slice(0, 5),
  ).toEqual([]);
});

it('adds nothing when it is loaded again', async () => {
  const before = await head();
  expect(await tellStory(app, await sampleStory(TODAY, 'UTC'))).toEqual([]);
  expect(await head()).toBe(before);
});

it('follows from the day and the seed', () => {
  const made = (today: string, seed: number) => storyOf({ today, timeZone: 'Asia/Shanghai', seed });
  expect(made('2026-03-30', 1)).toEqual(made('2026-03-30', 1));
  expect(made('2026-03-30', 2)).not.toEqual(made('2026-03-30', 1));
  expect(made('2026-03-31', 1)).not.toEqual(made('2026-03-30', 1));
});

const STORY = storyOf({ today: TODAY, timeZone: 'UTC' }).chapters.flat();

type Told = (typeof STORY)[number];
const of = (type: string) => (command: Told) => command.type === type;
const LATE = 7 * 86_400_000; // ms

const textIn = ({ body }: Told, name: string) => (typeof body[name] === 'string' ? body[name] : '');

const isLate = (command: Told, index: number, all: readonly Told[]) =>
  Date.parse(textIn(command, 'occurredAt')) + LATE < Date.parse(textIn(all[index - 1] ?? command, 'occurredAt'));

it.each([
  ['298 customers', 298, of('RegisterCustomer')],
  ['consents that were withdrawn', 20, of('WithdrawConsent')],
  ['changes that are still to come', 5, (command: Told) => textIn(command, 'effectiveDate') > TODAY],
  ['facts that became known late', 5, isLate],
  ['lost customers', 20, of('MarkLost')],
  ['customers who were won back', 5, of('WinBack')],
  ['contacts against a wish', 2, ({ body }: Told) => body['made'] === true],
  ['a customer with a thousand facts', 1_000, ({ lanes }: Told) => lanes[0] === 'sample-customer-001'],
] as const)('has %s', (_, least, counts) => {
  expect(STORY.filter(counts).length).toBeGreaterThanOrEqual(least);
});

it('has valid telephone numbers', () => {
  const sent = JSON.stringify(STORY.filter(of('RegisterCustomer'))).matchAll(/"phone":"([^"]+)"/g);
  const phones = [...sent].map(([, phone]) => parsePhoneNumber(phone!, 'CN'));
  expect(phones.filter((phone) => !phone.isValid()).map(({ number }) => number)).toEqual([]);
});

it('has no mailbox that could be of a person', () => {
  const isReserved = (address: string) => /@(example\.(com|org)|[a-z.-]+\.example)$/.test(address);
  const mailboxes = JSON.stringify(STORY).match(/[\w.+-]+@[\w.-]+/g)!;
  expect(mailboxes.filter((mailbox) => !isReserved(mailbox))).toEqual([]);
});

/** Commands that nobody records in the history of a company. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  RemoveFile: 'A story consists of commands, and files are sent apart.',
};

it('has every command that callers can send', () => {
  const { commands } = app.get<Catalogue>(CATALOGUE);
  const sendable = [...commands.values()].filter(({ command }) => command.route).map(({ command }) => command.type);
  const used = new Set(STORY.map(({ type }) => type));
  expect(sendable.filter((type) => !used.has(type))).toEqual(Object.keys(LEFT_OUT));
});
