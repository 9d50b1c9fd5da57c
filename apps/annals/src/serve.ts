import { formatSummary } from '@annals/importing';
import { PolicyRunner, ProjectionRunner } from '@annals/projecting';
import { ProjectorThread, startProcess, type Engine, type Serving } from '@annals/composition';
import { banner } from './banner.js';
import { importJob, load } from './load.js';
import { everything } from './parts.js';
import { settle } from './settle.js';
import { Readiness } from '@annals/telemetry';
import { printable } from '@annals/text';

const SAMPLE = `${import.meta.dirname}/../../../infra/samples/northwind/mapping.json`;

/** Runs Annals until a signal ends it. With `sample` it loads the Northwind sample before it reports that it is ready. */
export const serve = async ({ sample = false }: { readonly sample?: boolean }): Promise<void> => {
  let isLoading = sample;
  const serving = await startProcess((engine) => everything(engine, runnerOf(engine)), {
    prepare: (app) => app.get(Readiness).watch(async () => (isLoading ? [{ reason: 'SampleLoading' }] : [])),
  });
  if (sample) await loadSample(serving);
  isLoading = false;
  say(serving.engine, banner(serving.url, serving.password));
};

/** With several lanes, processes share the work; with one lane no lease is needed, and work resumes at once after a crash. */
const runnerOf = (engine: Engine) => new ProjectorThread(engine, engine.configuration.projectorLanes > 1).begun();

const loadSample = async ({ app, engine }: Serving) => {
  console.error(printable(formatSummary(await load(app, await importJob(engine, SAMPLE, [])))));
  await settle(engine, app.get(ProjectionRunner), app.get(PolicyRunner));
};

/** Prints text for people; with a JSON log it goes to standard error, so that programs can parse standard output. */
const say = ({ configuration: { logFormat } }: Engine, text: string) =>
  logFormat === 'json' ? console.error(text) : console.log(text);
