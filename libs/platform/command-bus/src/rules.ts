import { Allow, Equals, getMetadataStorage, validateSync, type ValidationArguments } from 'class-validator';
import { withEveryCommandClass } from './command-classes.js';
import { Fits } from './fits.js';

withEveryCommandClass(({ type, fields, prototype }) => {
  Equals(type)(prototype, 'type');
  Allow()(prototype, 'origin');
  for (const [name, schema] of Object.entries(fields)) Fits(schema)(prototype, name);
});

type Class = new (...args: never[]) => object;
type Check = (object: object) => boolean;

const known = new WeakMap<Class, Check>();

/**
 * Whether an object keeps the rules that class-validator knows of its class. The rules are collected once for each class:
 * `validateSync` collects them for each object, which takes longer than checking a command.
 */
export const keepsRules = (object: object, form: Class): boolean => {
  const check = known.get(form) ?? checkOf(form);
  known.set(form, check);
  return check(object);
};

const validated: Check = (object) => validateSync(object, { stopAtFirstError: true }).length === 0;

const checkOf = (form: Class): Check => {
  const storage = getMetadataStorage();
  const rules = storage.getTargetValidationMetadatas(form, '', false, false);
  if (rules.length === 0 || !rules.every(isPlain)) return validated;
  const checks = rules.flatMap(({ constraintCls, propertyName: property, constraints }) =>
    storage.getTargetValidatorConstraints(constraintCls).map(({ instance }): Check => (object) => {
      const value: unknown = (object as Readonly<Record<string, unknown>>)[property];
      const args: ValidationArguments = { value, object, property, constraints, targetName: form.name };
      return instance.validate(value, args) === true;
    }),
  );
  return (object) => checks.every((check) => check(object));
};

type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** A function of one property, or `@Allow`, which checks nothing. */
const isPlain = ({ type, each, groups, validateIf }: Rule) =>
  ['customValidation', 'whitelistValidation'].includes(type) && !each && !validateIf && !groups?.length;
