import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { fieldErrorsOf as misfitsOf, fittedSchema, type Misfit } from '@annals/command-bus';
import { requestProblems } from './http.problems.js';
import { isForm } from './openapi.class-schema.js';
import { ValidationFailed } from './validation-failed.js';

/** Checks what comes in against its class. Throws `ValidationFailed` with everything that is wrong. */
export class FormPipe extends ValidationPipe {
  private readonly empty = new Map<unknown, Promise<unknown>>();

  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      validationError: { target: true, value: true },
      exceptionFactory: (errors) => new ValidationFailed(errors.flatMap((error) => fieldErrorsOf(error))),
    });
  }

  /** Throws `HttpProblem` 400 `BodyNotAnObject` for `null`, which is no body that was left out. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (value === null && metadata.type === 'body') throw requestProblems.problem('BodyNotAnObject');
    return metadata.type === 'query' ? this.query(withoutToken(value), metadata) : super.transform(value, metadata);
  }

  /** Most reads ask for nothing in particular: what a class makes of that is always the same. */
  private query(query: object, metadata: ArgumentMetadata): Promise<unknown> {
    const strange = isForm(metadata.metatype) ? Object.keys(query).filter((name) => name in Object.prototype) : [];
    if (strange.length > 0) throw new ValidationFailed(strange.map(unknownField));
    const check = () => super.transform(query, metadata) as Promise<unknown>;
    if (metadata.data !== undefined || Object.keys(query).length > 0) return check();
    const known = this.empty.get(metadata.metatype) ?? check();
    this.empty.set(metadata.metatype, known);
    return known;
  }
}

// Every read takes it, and no class of a query has to name it.
const withoutToken = (query: unknown) =>
  Object.fromEntries(Object.entries(query as object).filter(([name]) => name !== 'consistencyToken'));

const fieldErrorsOf = (error: ValidationError, path: readonly string[] = []): readonly Misfit[] => {
  const here = [...path, error.property];
  const own = Object.entries(error.constraints ?? {}).flatMap(([rule, message]) =>
    rule === 'fits'
      ? misfits(error, here)
      : [{ field: here.join('.'), rule: RULES[rule] ?? rule, message: { en: message, zh: message } }],
  );
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrorsOf(child, here))];
};

// class-transformer passes over members of every object, such as `constructor`.
const unknownField = (field: string): Misfit => {
  const message = `property ${field} should not exist`;
  return { field, rule: 'unknownField', message: { en: message, zh: message } };
};

const RULES: Readonly<Record<string, string>> = { whitelistValidation: 'unknownField' };

const misfits = ({ target, property, value }: ValidationError, path: readonly string[]): readonly Misfit[] => {
  const schema = fittedSchema((target as object).constructor, property);
  return schema ? misfitsOf(schema, value, path) : [];
};
