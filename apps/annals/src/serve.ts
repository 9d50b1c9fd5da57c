import { ProjectorThread, startProcess, type Engine } from '@annals/composition';
import { banner } from './banner.js';
import { everything } from './parts.js';
import { Readiness } from '@annals/telemetry';

/** Runs Annals until a signal ends it. With `sample` it loads the samples before it reports that it is ready. */
export const serve = async ({ sample = false }: { readonly sample?: boolean }): Promise<void> => {
  let isLoading = sample;
  const serving = await startProcess((engine) => everything(engine, runnerOf(engine)), {
    prepare: (app) => app.get(Readiness).watch(async () => (isLoading ? [{ reason: 'SampleLoading' }] : [])),
  });
  const users = sample ? await (await import('./samples.js')).loadSamples(serving) : [];
  isLoading = false;
  say(serving.engine, banner(serving.url, serving.password, users));
};

/** With several lanes, processes share the work; with one lane no lease is needed, and work resumes at once after a crash. */
const runnerOf = (engine: Engine) => new ProjectorThread(engine, engine.configuration.projectorLanes > 1).begun();

/** Prints text for people; with a JSON log it goes to standard error, so that programs can parse standard output. */
const say = ({ configuration: { logFormat } }: Engine, text: string) =>
  logFormat === 'json' ? console.error(text) : console.log(text);
