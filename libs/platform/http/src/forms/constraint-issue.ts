import type { Issue } from '@annals/command-bus';

type Arguments = readonly unknown[];

const at = { path: [], message: '' };
const type = (expected: 'string' | 'int' | 'boolean' | 'array' | 'object') => (): Issue => ({
  ...at,
  code: 'invalid_type',
  expected,
});
const most =
  (origin: 'string' | 'number' | 'array') =>
  ([maximum]: Arguments): Issue => ({ ...at, code: 'too_big', origin, maximum: Number(maximum), inclusive: true });
const least =
  (origin: 'string' | 'number' | 'array') =>
  ([minimum]: Arguments): Issue => ({ ...at, code: 'too_small', origin, minimum: Number(minimum), inclusive: true });

const ISSUES: Readonly<Record<string, (given: Arguments, value: unknown) => Issue>> = {
  isString: type('string'),
  isInt: type('int'),
  isBoolean: type('boolean'),
  isArray: type('array'),
  isObject: type('object'),
  isNotEmpty: () => least('string')([1]),
  isUuid: () => ({ ...at, code: 'invalid_format', format: 'uuid' }),
  isIn: ([values]) => ({ ...at, code: 'invalid_value', values: values as string[] }),
  max: most('number'),
  min: least('number'),
  maxLength: most('string'),
  minLength: least('string'),
  arrayMaxSize: most('array'),
  arrayMinSize: least('array'),
  isLength: ([minimum, maximum], value) =>
    String(value).length < Number(minimum) ? least('string')([minimum]) : most('string')([maximum]),
};

/** A broken rule of class-validator as an issue of zod, so that both have the same texts. */
export const issueOf = (rule: string, given: Arguments, value: unknown, message: string): Issue =>
  ISSUES[rule]?.(given, value) ?? { ...at, code: 'custom', message };
