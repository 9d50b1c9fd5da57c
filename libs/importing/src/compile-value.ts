import { finding } from './bad-value.js';
import { BadValue } from './bad-value.js';
import { compileConditions } from './conditions.js';
import type { Json } from './json.js';
import { located } from './mapping-error.js';
import type { Report } from './problem.js';
import type { Read, Scope } from './scope.js';
import { compileTemplate } from './template.js';
import { compileTransforms, type Apply } from './transforms.js';
import type { ValueObject, ValueSpec } from './value-spec.js';

/** `fixed` if it does not depend on the row; `label` names it in findings. */
export type Value = { readonly read: Read; readonly fixed: boolean; readonly label: string };

/** Throws `MappingError` if it names a column that does not exist; `where` is its path in the mapping. */
export const compileValue = (spec: ValueSpec, scope: Scope, where: string): Value => {
  const full = typeof spec === 'string' ? { column: spec } : spec;
  if (full.each === undefined) return compileOne(full, scope, where);

  const { each, when, onBlank, default: standIn, ...rest } = full;
  const lines = located(where, () => scope.lines(each));
  const element = compileOne(rest, lines.scope, where);
  const read: Read = (frames, report) => {
    const outer = frames.slice(0, lines.depth);
    return present(lines.read(frames, report).map((cells) => element.read([...outer, cells], report)));
  };
  return blankable({ when, onBlank, default: standIn }, { read, fixed: false, label: each }, scope, where);
};

const compileOne = (spec: ValueObject, scope: Scope, where: string): Value => {
  const source = sourceOf(spec, scope, where);
  return blankable(spec, transformed(spec, source, scope, where), scope, where);
};

const sourceOf = (spec: ValueObject, scope: Scope, where: string): Value & { readonly apply?: Apply } => {
  if (spec.column !== undefined) {
    const { read } = located(where, () => scope.column(spec.column!));
    return { read, fixed: false, label: spec.column };
  }
  const label = where.split('.fields.').at(-1)!;
  if (spec.template !== undefined) return { ...located(where, () => compileTemplate(spec.template!, scope)), label };
  if (spec.object) return { ...objectOf(spec.object, scope, where), label };
  if (spec.list) return { ...listOf(spec.list, scope, where), label };
  return { read: () => spec.constant, fixed: true, label };
};

const objectOf = (fields: Readonly<Record<string, ValueSpec>>, scope: Scope, where: string) => {
  const values = Object.entries(fields).map(
    ([name, field]) => [name, compileValue(field, scope, `${where}.${name}`)] as const,
  );
  const fixed = values.every(([, value]) => value.fixed);
  const read: Read = (frames, report) => {
    const object: Record<string, Json> = {};
    let taken = fixed;
    for (const [name, value] of values) {
      const found = value.read(frames, report);
      if (found === undefined) continue;
      object[name] = found;
      taken ||= !value.fixed;
    }
    return taken ? object : undefined;
  };
  return { read, fixed };
};

const listOf = (elements: readonly ValueSpec[], scope: Scope, where: string) => {
  const values = elements.map((element, index) => compileValue(element, scope, `${where}.${index}`));
  const read: Read = (frames, report) => present(values.map((value) => value.read(frames, report)));
  return { read, fixed: values.every(({ fixed }) => fixed) };
};

const present = (values: readonly (Json | undefined)[]): Json | undefined => {
  const found = values.filter((value) => value !== undefined);
  return found.length > 0 ? found : undefined;
};

const transformed = (spec: ValueObject, source: Value, scope: Scope, where: string): Value => {
  const transforms = [spec.transform ?? []].flat();
  if (transforms.length === 0) return source;
  const format = spec.column === undefined ? scope.spec : scope.column(spec.column).spec;
  const apply = located(where, () => compileTransforms(transforms, format));
  const read: Read = (frames, report) => {
    const value = source.read(frames, report);
    return value === undefined ? undefined : attempt(apply, value, source.label, report);
  };
  return { ...source, read };
};

/** `null` marks a reported value, so that it is not also reported as blank. */
const REFUSED = null;

const attempt = (apply: Apply, value: Json, column: string, report: Report): Json | undefined => {
  try {
    const result = apply(value);
    return result === '' || (Array.isArray(result) && result.length === 0) ? undefined : result;
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    report({ severity: 'error', column, ...error.found });
    return REFUSED;
  }
};

type Blank = Pick<ValueObject, 'when' | 'onBlank' | 'default'>;

const blankable = (spec: Blank, value: Value, scope: Scope, where: string): Value => {
  const holds = spec.when && compileConditions(spec.when, scope, where);
  const standIn = spec.default as Json | undefined;
  const onBlank = spec.onBlank ?? 'omit';
  if (!holds && standIn === undefined && onBlank === 'omit') return value;

  const severity = onBlank === 'reject' ? 'error' : 'warning';
  const blank = { severity, column: value.label, ...finding('Blank', { label: value.label }) } as const;
  const read: Read = (frames, report) => {
    if (holds && !holds(frames, report)) return standIn;
    const found = value.read(frames, report);
    if (found !== undefined) return found;
    if (onBlank !== 'omit') report(blank);
    return standIn;
  };
  return { ...value, read, fixed: value.fixed && !holds };
};
