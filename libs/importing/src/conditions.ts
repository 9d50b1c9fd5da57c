import { located } from './mapping-error.js';
import type { Report } from './problem.js';
import type { Frames, Scope } from './scope.js';
import type { Condition } from './value-spec.js';

export type Holds = (frames: Frames, report: Report) => boolean;

/** Whether all conditions hold for a row. Throws `MappingError`. */
export const compileConditions = (conditions: Condition | readonly Condition[], scope: Scope, where: string): Holds => {
  const all = [conditions].flat().map((condition) => compileCondition(condition, scope, where));
  return (frames, report) => all.every((holds) => holds(frames, report));
};

const compileCondition = ({ column, is, not, blank }: Condition, scope: Scope, where: string): Holds => {
  const { read } = located(`${where}.when`, () => scope.column(column));
  const wanted = is === undefined ? undefined : new Set([is].flat());
  const unwanted = new Set([not ?? []].flat());
  return (frames, report) => {
    const text = read(frames, report);
    if (blank !== undefined && blank !== (text === undefined)) return false;
    return (!wanted || wanted.has(text ?? '')) && !unwanted.has(text ?? '');
  };
};
