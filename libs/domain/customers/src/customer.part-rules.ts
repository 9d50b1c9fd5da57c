import { givenAddress, givenContactPerson, MOST_PARTS, replaces, sinceOf } from '@annals/contracts-customers';
import type { CustomerEvent, JsonValue } from '@annals/contracts-customers';
import { addsNothing, addsNothingTo, membersOf, sameContent, wholeId } from '@annals/contracts-values';
import type { CommandOf, Days, Decider } from '@annals/event-sourcing';
import { changeOf, customerOn } from './customer.coming.js';
import { PART_ID, partKey, type PartField } from './customer.parts.js';
import { withWithdrawals } from './customer.persons.js';
import { fieldsOf, registered, toCome, type Customer, type Registered } from './customer.state.js';
import type * as commands from './part.commands.js';
import { partProblems } from './part.problems.js';

const { reject } = partProblems;

type Command = CommandOf<typeof commands>;
type Rules = Decider<Command, Customer, CustomerEvent>['decide'];
type Part = Readonly<Record<string, JsonValue>>;

const SHAPES = {
  contactPersons: givenContactPerson.omit({ personId: true }).shape,
  addresses: givenAddress.omit({ addressId: true }).shape,
} as const;

/** What a command is about, and what the customer has when it is decided. */
type Found = {
  readonly field: PartField;
  readonly command: Command;
  readonly customer: Registered;
  /** The customer with the changes that are due, even if the clock is late. */
  readonly present: Registered;
  readonly days: Days;
  readonly at: Date;
  readonly part: string;
  readonly parts: readonly Part[];
};

/** One address or contact person at a time, so that two editors do not overwrite each other. */
export const partRules = (days: Days): Rules => {
  const on = (field: PartField, rule: (found: Found) => readonly CustomerEvent[]) => {
    const id = PART_ID[field];
    return (command: Command, known: Customer, at: Date) => {
      const { customerId } = command;
      const customer = registered(known, customerId);
      const present = customerOn(customer, days.dayOf(at));
      const part = wholeId(customerId, (command as unknown as Readonly<Record<typeof id, string>>)[id]);
      const parts = (present.profile[field] ?? []) as readonly Part[];
      return rule({ field, command, customer, present, days, at, part, parts });
    };
  };
  return {
    AddContactPerson: on('contactPersons', add),
    ChangeContactPerson: on('contactPersons', change),
    RemoveContactPerson: on('contactPersons', remove),
    AddAddress: on('addresses', add),
    ChangeAddress: on('addresses', change),
    RemoveAddress: on('addresses', remove),
  };
};

const add = (found: Found) => {
  const { field, part, parts, customer } = found;
  const added = { [PART_ID[field]]: part, ...sentIn(found) };
  const there = partIn(found);
  const isNew = !there && !customer.partChanges.lastOf([partKey(part)]);
  if (!isNew)
    return there && sameContent(there, added) && repeats(found) ? [] : reject('PartAlreadyAdded', { field, part });
  const most = MOST_PARTS[field];
  if (parts.length >= most) reject('TooManyParts', { field, most });
  return replaced(found, [...parts, added]);
};

const change = (found: Found) => {
  const { field, part, parts } = found;
  const there = partIn(found) ?? reject('PartUnknown', { field, part });
  const members = Object.entries({ ...there, ...sentIn(found) });
  const changed = Object.fromEntries(members.filter(([, value]) => value !== null)) as Part;
  if (sameContent(changed, there)) return repeats(found) ? [] : reject('PartAlreadyChanged', { part });
  return replaced(
    found,
    parts.map((each) => (each === there ? changed : each)),
  );
};

const remove = (found: Found) => {
  const { field, part, parts, customer, command } = found;
  const there = partIn(found);
  if (there)
    return replaced(
      found,
      parts.filter((each) => each !== there),
    );
  const removal = customer.partChanges.lastOf([partKey(part)]);
  return removal && addsNothing({ reason: command.reason }, removal) ? [] : reject('PartUnknown', { field, part });
};

const partIn = ({ field, part, parts }: Found) => parts.find((each) => each[PART_ID[field]] === part);

const sentIn = ({ field, command }: Found) => membersOf<Command, string>(SHAPES[field], command) as Part;

/** Whether the last change of the part had the same reason; the first one may have had none. */
const repeats = ({ customer, part, command: { reason } }: Found) =>
  addsNothingTo({ reason }, customer.partChanges.lastOf([partKey(part)]));

const replaced = (found: Found, parts: readonly Part[]): readonly CustomerEvent[] => {
  const { field, part, customer, days, at, command } = found;
  const { customerId, reason } = command;
  expectLast(found);
  const after = parts.length > 0 ? parts.map((each) => alone(field, part, each, parts)) : null;
  const events = changeOf({ customerId, changes: { [field]: after }, reason }, customer, days, at);
  return withWithdrawals(customer, events, at);
};

/** A change of one part is made to the list as it is now, which no later one may replace as a whole. */
const expectLast = ({ field, customer, present, days, at }: Found) => {
  const today = days.dayOf(at);
  const later = toCome(customer).find(
    ({ effectiveDate, changes }) => effectiveDate > today && fieldsOf(changes).includes(field),
  );
  if (later) reject('PartsChangeLater', { field, day: later.effectiveDate });
  const isLast = replaces(present, field, sinceOf(today, at.toISOString()));
  return isLast || reject('PartsChangedLater', { field });
};

/** A contact person is not the main one any more once the changed one is. */
const alone = (field: PartField, part: string, each: Part, parts: readonly Part[]): Part => {
  const id = PART_ID[field];
  const isOther = each[id] !== part && each['primary'] === true;
  if (!isOther || parts.find((one) => one[id] === part)?.['primary'] !== true) return each;
  const { primary: _, ...rest } = each;
  return rest;
};
