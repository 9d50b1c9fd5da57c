import { fieldErrorsOf, type Misfit } from '@annals/command-bus';
import { ValidationFailed } from '@annals/http';
import { mappingSchema, MappingError, parseMapping, type Mapping } from '@annals/importing';

/**
 * A mapping that a caller has sent. Throws `ValidationFailed` with the fields that are wrong, below `mapping`. Patterns are not taken:
 * one can keep a server busy for ever.
 */
export const givenMapping = (json: object): Mapping => {
  const errors = fieldErrorsOf(mappingSchema, json, ['mapping']);
  if (errors.length > 0) throw new ValidationFailed(errors);
  const mapping = located('mapping', () => parseMapping(json));
  const patterns = patternsIn(mapping, ['mapping']);
  if (patterns.length > 0) throw new ValidationFailed(patterns.map(noPattern));
  return mapping;
};

/** Turns the problems of a mapping into errors of the fields below `field`. */
const located = <T>(field: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof MappingError) throw fieldsIn(field, error);
    throw error;
  }
};

/** The problems of a mapping as errors of the fields below `field`; of the whole body without it. */
export const fieldsIn = (field: string | null, { problems }: MappingError): ValidationFailed =>
  new ValidationFailed(problems.map((problem) => misfitIn(field, problem)));

/** A problem begins with its place: `steps.0.key: …`. */
const misfitIn = (field: string | null, problem: string): Misfit => {
  const [, place, what] = /^([\w.-]+): (.*)$/s.exec(problem) ?? [undefined, undefined, problem];
  const at = [field, place].filter((part) => part != null).join('.');
  return {
    field: at,
    rule: 'mapping',
    message: { en: `\`${at}\` is not valid: ${what}.`, zh: `\`${at}\` 无效：${what}。` },
  };
};

const patternsIn = (value: unknown, path: readonly string[]): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'replace' in value && typeof value.replace === 'string' ? [[...path, 'replace'].join('.')] : [];
  return [...own, ...Object.entries(value).flatMap(([name, inner]) => patternsIn(inner, [...path, name]))];
};

const noPattern = (field: string): Misfit => ({
  ...{ field, rule: 'noPattern' },
  message: {
    en: `\`${field}\` is taken by the command line only. Leave it out.`,
    zh: `\`${field}\` 仅命令行支持，请去掉。`,
  },
});
