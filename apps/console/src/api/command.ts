import type { components } from '../generated/api.js';
import { commandOf } from './catalogue.js';
import { call, rememberWrite } from './client.js';
import { newKey } from './new-key.js';

/** What the server says of a command that it carried out. */
export type Receipt = components['schemas']['ReceiptAnswer'];

export type Command = {
  /** Its name, such as `MakeContact`. */
  readonly name: string;
  /** The values of its path and its body. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The revision that the user has seen: the command is refused if the record has changed since. */
  readonly revision?: number | null | undefined;
  /** A command with the same key is carried out once. */
  readonly key?: string;
};

/** Whether an answer is that of a command which was stored as events. */
export const isReceipt = (answer: unknown): answer is Receipt =>
  typeof answer === 'object' && answer !== null && 'consistencyToken' in answer;

/** Carries out a command; every later query shows its effect. `Answer` is that of an act which is no command. Throws `ApiProblem` and `Unreachable`. */
export const send = async <Answer = Receipt>({ name, fields, revision, key = newKey() }: Command): Promise<Answer> => {
  const { path, inPath } = await commandOf(name);
  const target = inPath.reduce((at, each) => at.replace(`{${each}}`, encodeURIComponent(String(fields[each]))), path);
  const body = Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => !inPath.includes(field) && value !== undefined),
  );
  const headers = { 'Idempotency-Key': key, ...(revision == null ? {} : { 'If-Match': `"${revision}"` }) };
  const { data } = await call<Answer>('POST', target, { body, headers });
  if (isReceipt(data)) rememberWrite(data.consistencyToken);
  return data;
};
