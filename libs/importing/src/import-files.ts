import type { Language } from '@annals/event-sourcing';
import type { Executor } from './command.js';
import { compileSteps, type RowToCommands } from './compile-step.js';
import { Logbook, type ImportStores } from './logbook.js';
import { MappingError } from './mapping-error.js';
import type { Mapping, Step } from './mapping.js';
import { Pass, type End } from './pass.js';
import type { Problem } from './problem.js';
import type { Progress } from './progress.js';
import { fileSource, type Source } from './source.js';
import { SourceFile } from './source-file.js';
import type { Summary } from './summary.js';
import { Tables } from './tables.js';
import { Tally } from './tally.js';

const EARLY = 10_000; // problems of joined files that the error file lists

export type ImportOptions = Executor & {
  readonly mapping: Mapping;
  /** By their names in the mapping: paths on this machine, or what is kept elsewhere. */
  readonly files: Readonly<Record<string, string | Source>>;
  /**
   * Where the progress and the error file are kept; without it an interrupted import starts over, which adds nothing twice.
   * The error file is replaced unless an interrupted import is resumed; dry runs also write it.
   */
  readonly stores?: ImportStores | undefined;
  /** Of the reasons in the error file; English by default. */
  readonly language?: Language;
  /** Decides on every row without storing anything; the journal is neither read nor written. */
  readonly dryRun?: boolean;
  /** Ends the import after the current call. */
  readonly signal?: AbortSignal;
  /** Called after every call of the executor. */
  readonly progress?: (progress: Progress) => void;
  /** Maximum number of commands of one call; default 256. */
  readonly inFlight?: number;
};

/**
 * Imports files by a mapping. Rows that cannot be imported are reported; the others are imported. Throws `MappingError`
 * before any change if the mapping does not match the files, and errors of the executor.
 */
export const importFiles = async (options: ImportOptions): Promise<Summary> => {
  const { mapping, dryRun = false } = options;
  reviewed(options);
  const sources = await sourcesOf(options);
  const files = await openFiles(mapping, sources);
  const tally = new Tally();
  const early: Problem[] = [];
  const tables = await Tables.load(files, (problem) => {
    tally.row([problem]);
    if (early.length < EARLY) early.push(problem);
    else tally.unlisted += 1;
  });
  const passes = passesOf(mapping.steps).map((steps) => ({
    file: files.get(steps[0]!.file)!,
    prepare: compileSteps(mapping, steps, tables),
  }));

  const { stores, language = 'en' } = options;
  const logbook = await Logbook.open(mapping, sources, passes.length, stores && { ...stores, dryRun, language });
  if (!logbook.resumed) early.forEach((problem) => logbook.add(problem));
  let end: End = 'interrupted';
  try {
    end = await runAll(passes, { ...options, dryRun, logbook, tally });
  } finally {
    await logbook.close(end !== 'interrupted');
  }
  tally.unlisted += logbook.unlisted;
  return tally.summary(mapping.name, dryRun, end === 'interrupted');
};

/** What is wrong with the steps of a mapping whatever its rows contain, one line each: `steps.0.command: …`. */
export const stepProblems = ({ steps }: Mapping, review: NonNullable<Executor['review']>): readonly string[] =>
  steps.flatMap((step, index) => review(step).map((problem) => `steps.${index}.${problem}`));

const reviewed = ({ mapping, review }: ImportOptions) => {
  const problems = review ? stepProblems(mapping, review) : [];
  if (problems.length > 0) throw new MappingError(problems);
};

type Planned = { readonly file: SourceFile; readonly prepare: RowToCommands };
type Running = ImportOptions & { readonly dryRun: boolean; readonly logbook: Logbook; readonly tally: Tally };

const runAll = async (passes: readonly Planned[], running: Running): Promise<End> => {
  const totalBytes = passes.reduce((sum, { file }) => sum + file.size, 0);
  let before = 0;
  for (const [number, { file, prepare }] of passes.entries()) {
    const end = await new Pass(running, { number, file, prepare, before, totalBytes }).run();
    if (end !== 'finished') return end;
    before += file.size;
  }
  return 'finished';
};

const sourcesOf = async ({ mapping, files }: ImportOptions): Promise<Readonly<Record<string, Source>>> => {
  const named = Object.keys(mapping.files).map(async (name) => {
    const given = files[name];
    if (given === undefined) throw new MappingError([`files.${name}: no file is given`]);
    return [name, typeof given === 'string' ? await fileSource(given) : given] as const;
  });
  return Object.fromEntries(await Promise.all(named));
};

const openFiles = async (mapping: Mapping, sources: Readonly<Record<string, Source>>) => {
  const opened = new Map<string, SourceFile>();
  for (const [name, spec] of Object.entries(mapping.files))
    opened.set(name, await SourceFile.open(name, sources[name]!, spec));
  return opened;
};

/** Consecutive steps on one file read it once. */
const passesOf = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const passes: Step[][] = [];
  for (const step of steps) {
    const last = passes.at(-1);
    if (last?.[0]?.file === step.file) last.push(step);
    else passes.push([step]);
  }
  return passes;
};
