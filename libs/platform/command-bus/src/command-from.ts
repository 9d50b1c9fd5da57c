import type { Origin } from '@annals/event-sourcing';
import type { AnyCommand, AnyCommandClass, Fields } from './command.js';
import { fieldError, fieldErrorsOf, unknownFields, type Misfit } from './field-errors.js';
import { keepsRules } from './rules.js';
import { illFormedIn } from './well-formed.js';

/** The input is invalid for the command; `errors` has everything that is wrong. */
export class Malformed extends Error {
  constructor(readonly errors: readonly Misfit[]) {
    super(errors.map(({ field, rule }) => `${field}: ${rule}`).join('; '));
  }
}

const ORIGIN = 'origin'; // set by the server, even if a caller sends it

type Input = Readonly<Record<string, unknown>>;

/**
 * An instance from untrusted input, which may contain `type`: checked by class-validator, with the values parsed by the
 * schemas. Throws `Malformed`. Used for HTTP, bulk, messages, files and policies.
 */
export const commandFrom = ({ type: name, ...given }: Input, command: AnyCommandClass, origin: Origin): AnyCommand => {
  const broken = illFormedIn(given);
  if (broken.length > 0) throw new Malformed(broken);
  const input = { ...filled(command, origin), ...given };
  const strange = Object.keys(input).filter((field) => field !== ORIGIN && !Object.hasOwn(command.fields, field));
  // Checked first, because a member called `constructor` would make class-validator use another class.
  const isOther = name !== undefined && name !== command.type;
  if (isOther || strange.length > 0) {
    const errors = [
      ...(isOther ? [otherType(name, command)] : []),
      ...unknownFields([], strange, Object.keys(command.fields)),
    ];
    throw new Malformed([...errors, ...misfits(input, command.fields)]);
  }
  const instance = new command(input as never, origin);
  if (!keepsRules(instance, command)) throw new Malformed(misfits(input, command.fields));
  return instance;
};

const filled = ({ route }: AnyCommandClass, origin: Origin): Input =>
  Object.fromEntries(Object.entries(route?.fills ?? {}).map(([field, fill]) => [field, fill(origin)]));

const otherType = (name: unknown, { type }: AnyCommandClass): Misfit =>
  fieldError(['type'], 'equals', { code: 'invalid_value', values: [type], path: [], message: '' }, name);

const misfits = (input: Input, fields: Fields): readonly Misfit[] =>
  Object.entries(fields).flatMap(([field, schema]) =>
    fieldErrorsOf(schema, Object.hasOwn(input, field) ? input[field] : undefined, [field]),
  );
