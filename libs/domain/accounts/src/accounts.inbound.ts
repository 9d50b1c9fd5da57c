import { commandIdOfMessage } from '@annals/command-bus';
import { inboundMessages, type NamedCustomer, type Told } from '@annals/contracts-accounts';

/** A message as it came. `sourceId` tells it from every other one of its topic and key; `body` is JSON. */
export type Message = {
  readonly topic: string;
  readonly key: string | null;
  readonly sourceId: string;
  readonly body: unknown;
};

/** A command as the importer takes it. The id is the same however often the message comes. */
export type InboundCommand = {
  readonly type: string;
  readonly commandId: string;
  /** The topic. */
  readonly source: string;
  readonly body: Body;
};

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Body = Readonly<Record<string, Json>>;

/** Why a message is no command. `field` is a path of the body and `rule` what it breaks, if a field is to blame. */
export type Refusal = {
  readonly code: string;
  readonly field?: string;
  readonly rule?: string;
  readonly message: string;
};

/** The code by which a message names its customer; `undefined` if it names it otherwise, or cannot be understood. */
export const customerCodeIn = (message: Message): string | undefined => {
  const told = read(message);
  return 'refusal' in told ? undefined : codeIn(told.customer);
};

/**
 * What a message asks for. `customerIds` are those of the customers that have the code in their files, for a message
 * that names its customer so. Refuses with `TopicUnknown`, `TypeUnknown`, `MessageInvalid`, `CustomerUnknown` or
 * `CustomerAmbiguous`.
 */
export const commandOf = (message: Message, customerIds: readonly string[] = []): InboundCommand | Refusal => {
  const told = read(message);
  if ('refusal' in told) return told.refusal;
  const { type, customer, ...fields } = told;
  const customerId = idOf(customer, customerIds);
  if (typeof customerId !== 'string') return customerId;
  const { topic, key, sourceId } = message;
  const body = { ...given(fields), customerId };
  return { type: COMMANDS[type], commandId: commandIdOfMessage(topic, key, sourceId), source: topic, body };
};

const COMMANDS: Readonly<Record<Told['type'], string>> = {
  OrderPlaced: 'PlaceOrder',
  OrderDelivered: 'NoteDelivery',
  OrderCancelled: 'CancelOrder',
  InvoiceIssued: 'IssueInvoice',
  InvoiceCancelled: 'CancelInvoice',
  PaymentReceived: 'ReceivePayment',
  UsageMetered: 'MeterUsage',
};

const read = ({ topic, body }: Message): Told | { readonly refusal: Refusal } => {
  const known = inboundMessages.filter((each) => each.topic === topic);
  if (known.length === 0) return { refusal: { code: 'TopicUnknown', message: `nothing is expected on "${topic}"` } };
  const found = known.find(({ name }) => name === typeIn(body));
  if (!found) {
    const names = known.map(({ name }) => name).join(' or ');
    return { refusal: { code: 'TypeUnknown', field: 'type', rule: 'known', message: `has to be ${names}` } };
  }
  const { data, error } = found.schema.safeParse(body);
  return data ?? { refusal: misfit(error.issues[0]!) };
};

const typeIn = (body: unknown) => (typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined);

type Issue = { readonly path: readonly PropertyKey[]; readonly code: string; readonly message: string };

const misfit = ({ path, code, message }: Issue): Refusal => ({
  ...{ code: 'MessageInvalid', field: path.map(String).join('.'), rule: code, message },
});

const codeIn = (customer: NamedCustomer) => ('code' in customer ? customer.code : undefined);

const idOf = (customer: NamedCustomer, customerIds: readonly string[]): string | Refusal => {
  if ('id' in customer) return customer.id;
  const [customerId, ...others] = customerIds;
  const about = { field: 'customer.code', rule: 'known' };
  if (customerId === undefined)
    return { code: 'CustomerUnknown', ...about, message: `no customer has the code "${customer.code}"` };
  if (others.length > 0)
    return { code: 'CustomerAmbiguous', ...about, message: `several customers have the code "${customer.code}"` };
  return customerId;
};

// What another system has no value for it may leave out or call null; a command leaves it out.
const given = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Body;
