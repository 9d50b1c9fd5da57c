import { giveOneTimePassword } from '@annals/auth';
import type { Engine, Serving } from '@annals/composition';
import { formatSummary, importRun, noteRun, type Failed } from '@annals/importing';
import { PolicyRunner, ProjectionRunner } from '@annals/projecting';
import { printable } from '@annals/text';
import { setTimeout as delay } from 'node:timers/promises';
import { importJob, loadShowing } from './load.js';
import { displayProgress } from './progress.js';
import { sampleStory, STORY, tellStory, type SampleUser, type Story } from './sample-story.js';
import { settle } from './settle.js';

const NORTHWIND = `${import.meta.dirname}/../../../infra/samples/northwind/mapping.json`;

/** A user with a one-time password, which is shown once. */
export type SignIn = SampleUser & { readonly password: string };

/**
 * Loads Northwind and the story of the sample company, and brings every view up to date. Returns the users of the sample who have just been given a
 * one-time password; loading it again adds nothing.
 */
export const loadSamples = async ({ app, engine }: Serving): Promise<readonly SignIn[]> => {
  const policies = app.get(PolicyRunner);
  await policies.stop(); // a deadline that is met half-way is none once all is loaded
  const northwind = await loadShowing(app, await importJob(engine, NORTHWIND, []));
  console.error(printable(formatSummary(northwind)));
  const { users } = await loadStory({ app, engine });
  await policies.start();
  await reacted(policies);
  await settle(engine, app.get(ProjectionRunner), policies);
  return signInsOf(engine, users);
};

/** A story that was interrupted goes on as it began, so that it is still of the day of its start. */
const loadStory = async ({ app, engine }: Pick<Serving, 'app' | 'engine'>): Promise<Story> => {
  const { records, catalogue, configuration } = engine;
  const known = await importRun(records, STORY);
  const startedAt = known?.startedAt ?? new Date().toISOString();
  const story = await sampleStory(catalogue.days.dayOf(new Date(startedAt)), configuration.calendar.timeZone);
  if (known && known.finishedAt !== null) return story;
  await noteRun(records, STORY, () => ({ mapping: STORY, startedAt }));
  const total = story.chapters.flat().length;
  const display = displayProgress('Sample company');
  const failed = await tellStory(app, story, { progress: (done) => display.show({ done, total }) });
  display.end();
  for (const line of summaryOf(total, failed)) console.error(printable(line));
  await noteRun(records, STORY, () => ({
    finishedAt: new Date().toISOString(),
    rows: total,
    failed: failed.length,
  }));
  return story;
};

const SHOWN = 5; // refusals

const summaryOf = (total: number, failed: readonly Failed[]): readonly string[] => [
  `${STORY}: ${total} commands, of which ${failed.length} were refused`,
  ...failed.slice(0, SHOWN).map(({ command: { type }, outcome }) => `  ${type}: ${reasonOf(outcome)}`),
];

const reasonOf = (outcome: Failed['outcome']) =>
  outcome.status === 'refused' ? outcome.message.en : outcome.errors.map(({ message }) => message.en).join(' ');

const LOOK = 50; // ms

/** Until the policies have acted on all events; one that is in trouble says so in its status. */
const reacted = async (policies: PolicyRunner) => {
  for (;;) {
    const status = await policies.status();
    const busy = status.filter(({ waitsFor, lag, trouble }) => waitsFor === 'events' && lag.due > 0 && !trouble);
    if (busy.length === 0) return;
    await delay(LOOK);
  }
};

const signInsOf = async ({ accounts }: Engine, users: readonly SampleUser[]): Promise<readonly SignIn[]> => {
  const given = await Promise.all(
    users.map(async (user) => {
      if (await accounts.byId(user.id)) return [];
      const account = { id: user.id, name: user.id, roles: [] };
      return [{ ...user, password: await giveOneTimePassword(accounts, account) }];
    }),
  );
  return given.flat();
};
