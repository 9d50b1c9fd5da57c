import { commandIdOfMessage, fieldErrorsOf, inexactNumberErrors, type Misfit } from '@annals/command-bus';
import type { InboundMessage } from '@annals/contracts-published';
import type { Found } from '@annals/event-sourcing';
import { inboundFindings } from './inbound.problems.js';

const { finding } = inboundFindings;

/** A message that a slice accepts from other systems, and the type of its command. */
export type InboundCommandMessage = InboundMessage & { readonly command: string };

/** `inbound(messages, { OrderPlaced: 'PlaceOrder', … })`: does not compile if a message has no command. */
export const inbound = <M extends InboundMessage>(
  messages: readonly M[],
  commands: Readonly<Record<M['name'], string>>,
): readonly InboundCommandMessage[] =>
  messages.map((message) => ({ ...message, command: commands[message.name as M['name']] }));

/** A received message. `sourceId` is unique among the messages of its topic and key; `body` is parsed JSON. */
export type Message = {
  readonly topic: string;
  readonly key: string | null;
  readonly sourceId: string;
  readonly body: unknown;
};

/** A command in the form of the importer. Its id is the same for a repeated message. */
export type InboundCommand = {
  readonly type: string;
  readonly commandId: string;
  /** The topic. */
  readonly source: string;
  readonly body: Body;
};

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Body = Readonly<Record<string, Json>>;

/** Why a message cannot become a command. `field` is a path of the body and `rule` what it breaks, if a field is wrong. */
export type Refusal = {
  readonly code: string;
  readonly field?: string;
  readonly rule?: string;
  readonly message: string;
};

/** The body of a message from its JSON text. Refuses with `NotJson`, and with `MessageInvalid` a number that would lose digits. */
export const bodyOfMessage = (text: string): { readonly body: unknown } | Refusal => {
  try {
    const body: unknown = JSON.parse(text);
    const [inexact] = inexactNumberErrors(text);
    return inexact ? misfit(inexact) : { body };
  } catch {
    return refusal(finding('NotJson'));
  }
};

/** The customer of a message, by id or by code: the customer number of the other system. */
type NamedCustomer = { readonly id: string } | { readonly code: string };

/** The code by which a message names its customer; `undefined` if it uses an id or is invalid. */
export const customerCodeIn = (known: readonly InboundCommandMessage[], message: Message): string | undefined => {
  const found = read(known, message);
  return 'refusal' in found || !('code' in found.customer) ? undefined : found.customer.code;
};

/**
 * The command of a message. `customerIds` are the customers with the code, for a message that identifies its customer by
 * code. Refuses with `TopicUnknown`, `TypeUnknown`, `MessageInvalid`, `CustomerUnknown`
 * or `CustomerAmbiguous`.
 */
export const commandOfMessage = (
  known: readonly InboundCommandMessage[],
  message: Message,
  customerIds: readonly string[] = [],
): InboundCommand | Refusal => {
  const found = read(known, message);
  if ('refusal' in found) return found.refusal;
  const customerId = idOf(found.customer, customerIds);
  if (typeof customerId !== 'string') return customerId;
  const { topic, key, sourceId } = message;
  const body = { ...given(found.fields), customerId };
  return { type: found.command, commandId: commandIdOfMessage(topic, key, sourceId), source: topic, body };
};

type Read = { readonly command: string; readonly customer: NamedCustomer; readonly fields: object };

const read = (
  all: readonly InboundCommandMessage[],
  { topic, body }: Message,
): Read | { readonly refusal: Refusal } => {
  const known = all.filter((each) => each.topic === topic);
  if (known.length === 0) return { refusal: refusal(finding('TopicUnknown', { topic })) };
  const found = known.find(({ name }) => name === typeIn(body));
  if (!found) {
    const types = known.map(({ name }) => name);
    return { refusal: refusal(finding('TypeUnknown', { types }), 'type') };
  }
  const { data, success } = found.schema.safeParse(body);
  if (!success) return { refusal: misfit(fieldErrorsOf(found.schema, body, [])[0]!) };
  const { type: _, customer, ...fields } = data as { readonly type: string; readonly customer: NamedCustomer };
  return { command: found.command, customer, fields };
};

const typeIn = (body: unknown) => (typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined);

const refusal = ({ code, reason }: Found, field?: string): Refusal => ({
  ...{ code, message: reason.en },
  ...(field === undefined ? {} : { field, rule: 'known' }),
});

const misfit = ({ field, rule, message }: Misfit): Refusal => ({
  ...{ code: 'MessageInvalid', field, rule, message: message.en },
});

const idOf = (customer: NamedCustomer, customerIds: readonly string[]): string | Refusal => {
  if ('id' in customer) return customer.id;
  const [customerId, ...others] = customerIds;
  if (customerId !== undefined && others.length === 0) return customerId;
  const code = customerId === undefined ? 'CustomerUnknown' : 'CustomerAmbiguous';
  return refusal(finding(code, { customerCode: customer.code }), 'customer.code');
};

// Other systems may omit a value or send null; a command omits it.
const given = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Body;
