import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { fittedSchemasOf } from '@annals/command-bus';
import { HttpProblem, ValidationFailed, type FieldError } from './http-problem.js';

/** Checks what comes in against its class. Throws `ValidationFailed` with everything that is wrong. */
export class FormPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      validateCustomDecorators: true, // or @FromRequest() would go unchecked
      validationError: { target: true, value: true },
      exceptionFactory: (errors) => new ValidationFailed(errors.flatMap((error) => fieldErrorsOf(error))),
    });
  }

  /** Throws `HttpProblem` 400 `BodyNotAnObject` for `null`, which is no body that was left out. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (value === null && metadata.type === 'body') throw new HttpProblem(400, 'BodyNotAnObject');
    return super.transform(metadata.type === 'query' ? withoutToken(value) : value, metadata) as Promise<unknown>;
  }
}

// Every read takes it, and no class of a query has to name it.
const withoutToken = (query: unknown) =>
  Object.fromEntries(Object.entries(query as object).filter(([name]) => name !== 'consistencyToken'));

const fieldErrorsOf = (error: ValidationError, path: readonly string[] = []): readonly FieldError[] => {
  const here = [...path, error.property];
  const own = Object.entries(error.constraints ?? {}).flatMap(([rule, message]) =>
    rule === 'fits' ? misfits(error, here) : [{ field: here.join('.'), rule: RULES[rule] ?? rule, message }],
  );
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrorsOf(child, here))];
};

const RULES: Readonly<Record<string, string>> = { whitelistValidation: 'unknownField' };

const misfits = ({ target, property, value }: ValidationError, path: readonly string[]): readonly FieldError[] => {
  const schema = fittedSchemasOf((target as object).constructor).get(property);
  const issues = schema?.safeParse(value).error?.issues ?? [];
  return issues.map(({ path: within, code, message }) => ({
    field: [...path, ...within.map(String)].join('.'),
    rule: code,
    message,
  }));
};
