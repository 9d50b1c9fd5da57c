import type { Origin, SentOrigin } from '@annals/event-sourcing';
import { withoutNulls } from './absent.js';
import type { AnyCommand, AnyCommandClass, Fields } from './command.js';
import { fieldError, fieldErrorsOf, MOST_ERRORS, unknownFields, type Misfit } from './field-errors.js';
import { reservedIn } from './reserved-ids.js';
import { keepsRules } from './rules.js';
import { sentTexts } from './sent-texts.js';
import { unfitTextsIn } from './unfit-texts.js';

/** The input is invalid for the command; `errors` has what is wrong, at most `MOST_ERRORS`. */
export class Malformed extends Error {
  readonly errors: readonly Misfit[];

  constructor(all: readonly Misfit[]) {
    const errors = all.slice(0, MOST_ERRORS);
    super(errors.map(({ field, rule }) => `${field}: ${rule}`).join('; '));
    this.errors = errors;
  }
}

const ORIGIN = 'origin'; // set by the server, even if a caller sends it

type Input = Readonly<Record<string, unknown>>;

/**
 * An instance from untrusted input, which may contain `type`: checked by class-validator, with its texts as they are stored
 * and the values parsed by the schemas; `null` is absent where it clears nothing. Throws `Malformed`. Used for HTTP, bulk, messages, files and policies.
 */
export const commandFrom = (
  { type: name, ...sent }: Input,
  command: AnyCommandClass,
  origin: SentOrigin,
): AnyCommand => {
  const broken = unfitTextsIn(sent);
  if (broken.length > 0) throw new Malformed(broken);
  const own = setFor(command, origin);
  const given = withoutNulls(sent, command);
  const input = { ...filled(command, origin), ...given, ...own };
  const mayBeSent = (field: string) => Object.hasOwn(command.fields, field) && !Object.hasOwn(own, field);
  const strange = Object.keys(given).filter((field) => field !== ORIGIN && !mayBeSent(field));
  // Checked first, because a member called `constructor` would make class-validator use another class.
  const isOther = name !== undefined && name !== command.type;
  if (isOther || strange.length > 0) {
    const errors = [
      ...(isOther ? [otherType(name, command)] : []),
      ...unknownFields([], strange, Object.keys(command.fields).filter(mayBeSent)),
    ];
    throw new Malformed([...errors, ...misfits(input, command.fields)]);
  }
  const { values, misread } = textsIn(input, command.fields);
  const instance = new command(values as never, withReason(origin, values));
  const refused = [...misread, ...reservedIn(values, command)];
  if (refused.length > 0 || !keepsRules(instance, command))
    throw new Malformed([...refused, ...misfits(values, command.fields)]);
  return instance;
};

const textsIn = (input: Input, fields: Fields) => {
  const values: Record<string, unknown> = {}; // of the fields of a form, whose names are harmless
  const misread: Misfit[] = [];
  for (const [field, value] of Object.entries(input)) {
    const sent = fields[field] && sentTexts(fields[field], value, field);
    values[field] = sent ? sent.value : value;
    if (sent) misread.push(...sent.broken);
  }
  return { values, misread };
};

/** The reason is both a field of the command and part of its origin. */
const withReason = (origin: SentOrigin, { reason }: Input): SentOrigin =>
  origin.reason === undefined || typeof reason !== 'string' ? origin : { ...origin, reason };

const filled = ({ route }: AnyCommandClass, origin: Origin): Input =>
  Object.fromEntries(Object.entries(route?.fills ?? {}).map(([field, fill]) => [field, fill(origin)]));

/** What a caller cannot say otherwise. */
const setFor = ({ route }: AnyCommandClass, origin: Origin): Input =>
  Object.fromEntries(
    Object.entries(route?.sets ?? {})
      .map(([field, set]) => [field, set(origin)] as const)
      .filter(([, value]) => value !== undefined),
  );

const otherType = (name: unknown, { type }: AnyCommandClass): Misfit =>
  fieldError(['type'], 'equals', { code: 'invalid_value', values: [type], path: [], message: '' }, name);

const misfits = (input: Input, fields: Fields): readonly Misfit[] =>
  Object.entries(fields).flatMap(([field, schema]) =>
    fieldErrorsOf(schema, Object.hasOwn(input, field) ? input[field] : undefined, [field]),
  );
