import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import {
  fieldError,
  fieldErrorsOf as fittedErrorsOf,
  unfitTextsIn,
  MOST_ERRORS,
  unknownFields,
  type Misfit,
} from '@annals/command-bus';
import { getMetadataStorage } from 'class-validator';
import type { z } from 'zod';
import { issueOf } from './constraint-issue.js';
import { requestProblems } from '../problems/http.problems.js';
import { isForm } from '../openapi/openapi.class-schema.js';
import { ValidationFailed } from './validation-failed.js';

type Form = new () => object;

/** A form with a list whose entries are checked elsewhere, one by one. */
export type FormOfEntries = { readonly entries?: string };

/** Validates input against its class. Throws `ValidationFailed` with everything that is wrong. */
export class FormPipe extends ValidationPipe {
  private readonly empty = new Map<unknown, Promise<unknown>>();

  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      validationError: { target: true, value: true },
      exceptionFactory: (errors) =>
        new ValidationFailed(errors.slice(0, MOST_ERRORS).flatMap((error) => fieldErrorsOf(error))),
    });
  }

  /** Throws `HttpProblem` 400 `BodyNotAnObject` for `null`, a list or a single value; an absent body is none of them. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && value !== undefined && !isObject(value))
      throw requestProblems.problem('BodyNotAnObject');
    const broken = metadata.type === 'body' ? unfitTextsIn(value) : [];
    if (broken.length > 0) throw new ValidationFailed(broken);
    return metadata.type === 'query' ? this.query(withoutToken(value), metadata) : this.body(value, metadata);
  }

  private async body(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body' || !isForm(metadata.metatype) || !isObject(value))
      return super.transform(value, metadata);
    refuseManyUnknown(value, metadata.metatype);
    const { entries } = metadata.metatype as FormOfEntries;
    const list = entries === undefined ? undefined : value[entries];
    if (!Array.isArray(list)) return super.transform(value, metadata);
    const form = (await super.transform({ ...value, [entries!]: list.map(emptied) }, metadata)) as object;
    return Object.assign(form, { [entries!]: list });
  }

  /** The parsed result of an empty query, which most reads have, is cached per class. */
  private query(query: object, metadata: ArgumentMetadata): Promise<unknown> {
    // class-transformer ignores members of every object, such as `constructor`.
    const strange = Object.keys(query).filter((name) => name in Object.prototype);
    if (strange.length > 0 && isForm(metadata.metatype)) throw new ValidationFailed(unknownFields([], strange, []));
    const check = () => super.transform(query, metadata) as Promise<unknown>;
    if (metadata.data !== undefined || Object.keys(query).length > 0) return check();
    const known = this.empty.get(metadata.metatype) ?? check();
    this.empty.set(metadata.metatype, known);
    return known;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An entry without what is inside: class-transformer would copy it. */
const emptied = (entry: unknown) =>
  typeof entry !== 'object' || entry === null ? entry : Array.isArray(entry) ? [] : {};

/** Fewer are reported beside the other errors. */
const refuseManyUnknown = (value: object, form: Form) => {
  const names = Object.keys(value);
  if (names.length <= MOST_ERRORS) return;
  const known = knownTo(form);
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length > MOST_ERRORS) throw new ValidationFailed(unknownFields([], strange, known));
};

// Accepted by every read without being declared by its class.
const withoutToken = (query: unknown) =>
  Object.fromEntries(Object.entries(query as object).filter(([name]) => name !== 'consistencyToken'));

const fieldErrorsOf = (error: ValidationError, path: readonly string[] = []): readonly Misfit[] => {
  const here = [...path, error.property];
  const own = brokenBy(error).flatMap(([rule, message]) => misfitsOf(error, { rule, message }, here));
  return [...own, ...(error.children ?? []).slice(0, MOST_ERRORS).flatMap((child) => fieldErrorsOf(child, here))];
};

/** A missing value breaks all of its rules; the most specific one is reported. */
const brokenBy = ({ constraints = {}, value }: ValidationError): readonly (readonly [string, string])[] => {
  const broken = Object.entries(constraints);
  if (value !== undefined || 'whitelistValidation' in constraints) return broken;
  return [broken.find(([rule]) => rule === 'isArray') ?? broken[0]].filter((each) => each !== undefined);
};

type Broken = { readonly rule: string; readonly message: string };

const misfitsOf = (error: ValidationError, { rule, message }: Broken, path: readonly string[]): readonly Misfit[] => {
  const { target, property } = error as ValidationError & { readonly target: object };
  const value: unknown = error.value;
  if (rule === 'whitelistValidation')
    return unknownFields(path.slice(0, -1), [property], knownTo(target.constructor as Form));
  const [given] = rulesOf(target.constructor as Form).filter(
    (each) => each.name === rule && each.propertyName === property,
  );
  if (rule === 'fits') return fittedErrorsOf(given!.constraints[0] as z.ZodType, value, path);
  return [fieldError(path, rule, issueOf(rule, given?.constraints ?? [], value, message), value)];
};

const rulesOf = (form: Form) => getMetadataStorage().getTargetValidationMetadatas(form, '', true, false);

const knownTo = (form: Form) => [...new Set(rulesOf(form).map(({ propertyName }) => propertyName))];
