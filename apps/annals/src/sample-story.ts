import { IMPORTER } from '@annals/command-bus/handlers';
import { executorOf, pacedFor } from '@annals/composition';
import { Configuration } from '@annals/configuration';
import { EventStore } from '@annals/event-sourcing';
import { carryOut, type Failed, type Json, type Ordered } from '@annals/importing';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 } from 'uuid';

const GENERATOR = `${import.meta.dirname}/../../../infra/samples/company/story.mjs`;

type Command = {
  readonly key: string;
  readonly actor: string;
  readonly type: string;
  readonly body: Readonly<Record<string, Json>>;
  readonly lanes: readonly string[];
};

/** A user of the sample who can sign in. */
export type SampleUser = { readonly id: string; readonly name: string; readonly roles: readonly string[] };

/** The users who sign in, and the commands in chapters, each of which has to be done before the next one begins. */
export type Story = { readonly users: readonly SampleUser[]; readonly chapters: readonly (readonly Ordered[])[] };

type Generator = {
  readonly storyOf: (of: { readonly today: string; readonly timeZone: string }) => {
    readonly users: readonly SampleUser[];
    readonly chapters: readonly (readonly Command[])[];
  };
};

/** The story of the sample company until a day in the time zone of the company. */
export const sampleStory = async (today: string, timeZone: string): Promise<Story> => {
  const { storyOf } = (await import(GENERATOR)) as Generator;
  const { users, chapters } = storyOf({ today, timeZone });
  return { users, chapters: chapters.map((commands) => commands.map(ordered)) };
};

/** The cause of its events, and the name under which it is listed among the imports. */
export const STORY = 'sample-company';

const COMMAND_IDS = '0b7c1f5e-52a4-5c0e-9a53-6d1f0f6f2d11';

const ordered = ({ key, actor, type, body, lanes }: Command): Ordered => ({
  command: { commandId: v5(key, COMMAND_IDS), source: `import:${STORY}`, actor, type, body },
  lanes,
});

type Options = { readonly progress?: (done: number) => void };

/** Carries out the commands of a story as their users would, and returns those that were refused. Repeating it adds nothing. */
export const tellStory = async (
  app: INestApplicationContext,
  { chapters }: Story,
  { progress }: Options = {},
): Promise<readonly Failed[]> => {
  const [bus, log, catalogue] = [app.get(CommandBus), app.get(EventStore), app.get<Catalogue>(CATALOGUE)];
  const { execute } = executorOf(bus, log, catalogue, { actor: IMPORTER, cause: STORY });
  const failed: Failed[] = [];
  let before = 0;
  for (const commands of chapters) {
    const at = before;
    failed.push(
      ...(await carryOut(commands, {
        execute,
        ...pacedFor(app.get(Configuration)),
        progress: (done) => progress?.(at + done),
      })),
    );
    before += commands.length;
  }
  return failed;
};
