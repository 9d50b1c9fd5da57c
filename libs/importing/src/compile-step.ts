import { finding } from './bad-value.js';
import { v5 } from 'uuid';
import type { CommandInput } from './command.js';
import { compileConditions } from './conditions.js';
import { compileValue } from './compile-value.js';
import type { Json } from './json.js';
import { located, MappingError } from './mapping-error.js';
import type { Mapping, Step } from './mapping.js';
import type { Finding, Report } from './problem.js';
import { Scope, type Frames } from './scope.js';
import type { Tables } from './tables.js';

/** A command, with the keys of commands that must not run at the same time, its own id first. */
export type Prepared = {
  readonly command: CommandInput;
  readonly lanes: readonly string[];
  /** What is said if an earlier row has the key with other content. */
  readonly repeated: Finding | undefined;
};

/** The commands of a row, in order; none if a finding was reported as an error. */
export type RowToCommands = (frames: Frames, report: Report) => readonly Prepared[];

const COMMAND_IDS = '6f0a3f6e-3a0f-5d43-8b5c-0a6f3d2e9c71';

/** Throws a `MappingError` with all mistakes of the steps. */
export const compileSteps = (mapping: Mapping, steps: readonly Step[], tables: Tables): RowToCommands => {
  const compiled = allOrNone(
    steps.map((step) => () => compileStep(mapping, step, tables, `steps.${mapping.steps.indexOf(step)}`)),
  );
  return (frames, report) => compiled.flatMap((prepare) => prepare(frames, report) ?? []);
};

const compileStep = (mapping: Mapping, step: Step, tables: Tables, where: string) => {
  const scope = new Scope(tables, [step.file]);
  const holds = step.when && compileConditions(step.when, scope, where);
  const keyOf = compileKey(step, tables, scope, where);
  const fields = allOrNone(
    Object.entries(step.fields).map(([name, spec]) => () => {
      return [name, compileValue(spec, scope, `${where}.fields.${name}`)] as const;
    }),
  );
  const sequential = new Set(step.oneAtATimePer ?? Object.keys(step.fields).filter((name) => name.endsWith('Id')));
  const source = `import:${mapping.name}`;

  return (frames: Frames, report: Report): Prepared | undefined => {
    if (holds && !holds(frames, report)) return undefined;
    const key = keyOf(frames, report);
    const body: Record<string, Json> = {};
    const lanes: string[] = [];
    for (const [name, value] of fields) {
      const found = value.read(frames, report);
      if (found === undefined) continue;
      body[name] = found;
      if (sequential.has(name) && typeof found === 'string') lanes.push(`${name}/${found}`);
    }
    const commandId = v5(JSON.stringify([mapping.name, step.name, ...key]), COMMAND_IDS);
    return {
      command: { type: step.command, commandId, source, body },
      lanes: [commandId, ...lanes],
      repeated: repeatedOf(step, key),
    };
  };
};

const repeatedOf = ({ key: columns, onRepeat }: Step, key: readonly string[]): Finding | undefined =>
  onRepeat === 'omit'
    ? undefined
    : {
        severity: onRepeat === 'reject' ? 'error' : 'warning',
        column: [columns].flat().join(', '),
        ...finding('KeyRepeated', { key: key.join(' / ') }),
      };

const compileKey = ({ key, file }: Step, tables: Tables, scope: Scope, where: string) => {
  const names = key === '*' ? tables.columnsOf(file) : [key].flat();
  const columns = names.map((name) => located(`${where}.key`, () => scope.column(name).read));
  const blank = { severity: 'error', column: names.join(', '), ...finding('BlankKey') } as const;
  return (frames: Frames, report: Report): readonly string[] => {
    const found = columns.map((read) => read(frames, report) ?? '');
    if (found.every((part) => part === '')) report(blank);
    return found;
  };
};

/** Compiles everything before it throws, so that one run reports every mistake. */
const allOrNone = <T>(works: readonly (() => T)[]): readonly T[] => {
  const [done, problems]: [T[], string[]] = [[], []];
  for (const work of works) {
    try {
      done.push(work());
    } catch (error) {
      if (!(error instanceof MappingError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new MappingError(problems);
  return done;
};
