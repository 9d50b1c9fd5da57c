import { AccessModule, LiveOrganisation, RolePolicy } from '@annals/access';
import type { AnyCommand } from '@annals/command-bus';
import type { Configuration } from '@annals/configuration';
import { requestedIn, type Caller } from '@annals/http';
import { blobSource } from '@annals/importing';
import { blobOf, filesOf, importProblems, type ImportWork, type WorkDone, type WorkOptions } from '@annals/imports';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { openEngine, type Engine } from '../engine.js';
import type { Sender } from '../executor.js';
import { ProgramModule } from '../service.module.js';
import { blobsOf, closeStores, LEAN, recordsOf } from '../stores.js';
import { openTrialEngine } from '../trial-engine.js';
import { load } from './load.js';
import { undo } from './undo.js';

/**
 * Carries out work of an import over separate connections, by the rights that the user has now. A dry run decides on a copy of the log in
 * memory and stores no more than its files. Throws `MappingError`, `HttpProblem` for what cannot be done, and errors of the stores.
 */
export const carryOutWork = async (
  settings: Configuration,
  work: ImportWork,
  options: WorkOptions,
): Promise<WorkDone> => {
  const isDry = work.kind.startsWith('dry-');
  const engine = isDry ? await openTrialEngine(settings) : await openEngine(settings, undefined, LEAN);
  const kept = isDry ? { records: await recordsOf(settings), blobs: await blobsOf(settings) } : engine;
  const modules = { modules: [AccessModule] };
  const app = await NestFactory.createApplicationContext(ProgramModule.with(engine, modules), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    await expectRights(app, work);
    return work.kind.endsWith('run') ? await ran(app, kept, work, options) : await undone(app, kept, work, options);
  } finally {
    await app.close();
    if (isDry) await Promise.all([kept.records.close(), kept.blobs.close()]);
    await closeStores(engine);
  }
};

type Kept = Pick<Engine, 'records' | 'blobs'>;
type Carrying = (app: INestApplicationContext, kept: Kept, work: ImportWork, options: WorkOptions) => Promise<WorkDone>;

const ran: Carrying = async (app, { records, blobs }, work, { signal, told }) => {
  const { importId, kind, source, by, language } = work;
  const { mapping, files: uploads, update } = source ?? importProblems.fail('ImportWithoutFile', { id: importId });
  const files = Object.fromEntries(
    Object.entries(uploads).map(([name, { fileId, ...file }]) => [
      name,
      blobSource(blobs, blobOf(fileId), { name: file.name, size: file.bytes }),
    ]),
  );
  const stores = { records, blobs, job: filesOf(work) };
  const summary = await load(
    app,
    { mapping, files, stores },
    { by: senderOf(app, by), dryRun: kind === 'dry-run', update, signal, language, progress: told },
  );
  return { summary };
};

const undone: Carrying = async (app, stores, { importId: job, ...work }, { signal, told }) => {
  const { kind, by, language } = work;
  const counts = await undo(app, {
    ...{ job, actor: by.id, language, stores, signal, dryRun: kind === 'dry-undo' },
    resultOf: filesOf({ importId: job, kind }),
    told: ({ withdrawn, changedBack, kept }) =>
      told({ rows: withdrawn + changedBack + kept, bytes: 0, totalBytes: 0, secondsLeft: undefined }),
  });
  if (counts.withdrawn + counts.changedBack + counts.kept === 0)
    throw importProblems.problem('ImportNothingStored', { id: job });
  return { undone: counts, interrupted: signal.aborted };
};

/** Each command is admitted as if the user sent it. */
const senderOf = (app: INestApplicationContext, by: Caller): Sender => {
  const policy = app.get(RolePolicy);
  return {
    actor: by.id,
    admit: async (command: AnyCommand) => {
      await policy.expectRight(by, command.type);
      await policy.admit(by, requestedIn(command));
    },
    redact: (error) => policy.redactFor(by, error),
  };
};

/** An undo may concern every customer, so that it needs the rights to what can be undone for all of them. */
const expectRights = async (app: INestApplicationContext, { by, kind }: ImportWork) => {
  const organisation = app.get(LiveOrganisation);
  await organisation.latest();
  const rights = await organisation.rightsOf(by);
  const isUndo = kind.endsWith('undo');
  const needed = isUndo ? undoNeeds(app.get<Catalogue>(CATALOGUE)) : [];
  if (!rights.may('imports.run') || needed.some((right) => rights.reach(right) !== 'all'))
    throw importProblems.problem('ImportNotAllowed');
};

const undoNeeds = ({ aggregates }: Catalogue): readonly string[] =>
  aggregates
    .filter(({ undoable }) => undoable !== undefined)
    .flatMap(({ commands }) => commands.flatMap(({ route }) => route?.needs ?? []));
