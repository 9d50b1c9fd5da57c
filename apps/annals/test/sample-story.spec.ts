import { configurationOf, openTrialEngine, ProgramModule } from '@annals/composition';
import { EventStore } from '@annals/event-sourcing';
import type { Failed } from '@annals/importing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
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
  const story = (today: string, seed: number) => storyOf({ today, timeZone: 'Asia/Shanghai', seed });
  expect(story('2026-03-30', 1)).toEqual(story('2026-03-30', 1));
  expect(story('2026-03-30', 2)).not.toEqual(story('2026-03-30', 1));
});

/** Commands that nobody records in the history of a company. */
const LEFT_OUT: Readonly<Record<string, string>> = {};

it('has every command that callers can send', () => {
  const { commands } = app.get<Catalogue>(CATALOGUE);
  const sendable = [...commands.values()].filter(({ command }) => command.route).map(({ command }) => command.type);
  const used = new Set(
    storyOf({ today: TODAY, timeZone: 'UTC' })
      .chapters.flat()
      .map(({ type }) => type),
  );
  expect(sendable.filter((type) => !used.has(type))).toEqual(Object.keys(LEFT_OUT));
});
