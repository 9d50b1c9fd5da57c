import { Configuration } from '@annals/configuration';
import { LanedProjector, Projector, rebuild, type Progress, type RebuildOptions } from '@annals/projecting';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { projectedLog } from './projected-log.js';
import { closeStores, openStores, type Stores } from './stores.js';
import { told, type ToldError } from './thread-errors.js';
import { goBehind } from './thread-priority.js';

/** The task of the thread. */
export type Job =
  | { readonly kind: 'project'; readonly shared: boolean }
  | { readonly kind: 'rebuild'; readonly view: string; readonly options: RebuildOptions };

export type Request = {
  readonly id: number;
  readonly question: 'start' | 'status' | 'passedOver' | 'hurry' | 'abort' | 'stop';
};

/** A message of the thread: the response to a request, or a notification about the progress of views or of a rebuild. */
export type Reply = {
  readonly answer?: { readonly id: number; readonly value?: unknown; readonly error?: ToldError };
  readonly moved?: readonly (readonly [view: string, position: number])[];
  readonly progress?: Progress;
};

type Answers = Readonly<Record<Request['question'], () => unknown>>;

const GATHER = 50; // ms; too short to be noticed

const { job, configuration } = workerData as { readonly job: Job; readonly configuration: Configuration };
goBehind();
const port = parentPort!;
const tell = (message: Reply) => port.postMessage(message);
const stores = await openStores(new Configuration(configuration));
const { tracing: traces } = configuration;
const tracing = traces && (await import('./thread-tracing.js').then(({ openTracing }) => openTracing(traces)));

const projecting = (stores: Stores, { shared }: Job & { kind: 'project' }): Answers => {
  const moves = new Map<string, number>();
  const moved = (view: string, position: number) => {
    if (moves.size === 0) queueMicrotask(() => tell({ moved: drained(moves) })); // one message for a commit
    moves.set(view, position);
  };
  const projector = shared ? sharing(stores) : alone(stores, moved);
  return {
    start: () => projector.start(),
    status: () => projector.status(),
    passedOver: () => projector.passedOver(),
    hurry: () => projector.hurry(),
    abort: () => undefined,
    stop: () => projector.stop(),
  };
};

const alone = (stores: Stores, moved: (view: string, position: number) => void) =>
  new Projector(projectedLog(stores), stores.documents, stores.catalogue.views, { moved, gather: GATHER });

const sharing = (stores: Stores) =>
  new LanedProjector(projectedLog(stores), stores.documents, stores.catalogue.views, {
    owner: `${hostname()}/${process.pid}/${randomUUID()}`,
    lanes: configuration.projectorLanes,
    ttl: configuration.leaseSeconds * 1_000,
    gather: GATHER,
  });

const rebuilding = (stores: Stores, { view, options }: Job & { kind: 'rebuild' }): Answers => {
  const projection = stores.catalogue.views.find(({ name }) => name === view)!;
  const end = new AbortController();
  const onProgress = (progress: Progress) => tell({ progress });
  let done: Promise<unknown> = Promise.resolve();
  const built = () =>
    rebuild(projectedLog(stores), stores.documents, projection, { ...options, onProgress, signal: end.signal });
  return {
    start: () => (done = built()),
    status: () => undefined,
    passedOver: () => 0,
    hurry: () => undefined,
    abort: () => end.abort(),
    stop: () => done.catch(() => undefined),
  };
};

const drained = (moves: Map<string, number>) => {
  const all = [...moves];
  moves.clear();
  return all;
};

const answers = job.kind === 'project' ? projecting(stores, job) : rebuilding(stores, job);

const answer = async ({ id, question }: Request) => {
  try {
    tell({ answer: { id, value: await answers[question]() } });
  } catch (error) {
    tell({ answer: { id, error: told(error) } });
  }
  if (question !== 'stop') return;
  await closeStores(stores);
  await tracing?.close();
  port.close();
};

port.on('message', (asked: Request) => void answer(asked));
