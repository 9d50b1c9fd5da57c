import type { Allowance, Contact } from '@annals/contracts-contacts';
import { isDay, type Purpose } from '@annals/contracts-values';
import { reachedBy, wishesAt, type Addressee } from './addressee.js';
import { withTime } from './frequency.js';
import { allowanceFor, type Contacts } from './contact.state.js';
import { refusalsIn, verdictsOn, type ContactPolicy, type Outbound, type Refusal, type Verdict } from './outbound.js';

type Kind = Pick<Contact, 'customerId' | 'channel' | 'purpose' | 'personId' | 'person'>;

/** When a contact is made, whether that is now, and whether only its day is known. */
type Moment = { readonly at: Date; readonly isNow: boolean; readonly isHourUnknown?: boolean };

/**
 * An outbound contact of this kind. Wishes count that were expressed until then; for one that is made now all known ones,
 * because another clock may be ahead. Contacts with merged customers for `capped` purposes count, too.
 */
export const outboundTo = (
  to: Addressee,
  { times: own }: Contacts,
  kind: Kind,
  moment: Moment,
  capped: readonly Purpose[],
): Outbound => {
  const others = to.others.values().filter(({ purpose }) => capped.includes(purpose));
  const times = others.reduce((all, { contactedAt }) => withTime(all, contactedAt), own);
  const { at, isNow, isHourUnknown = false } = moment;
  const { channel, purpose } = kind;
  const until = isNow ? Infinity : at.getTime();
  return { channel, purpose, at, isHourUnknown, wishes: wishesAt(to, until), reached: reachedBy(to, kind), times };
};

/** What the rules say of an outbound contact, and the exception that it may use against those that refuse it. */
export type Judgement = {
  readonly verdicts: readonly Verdict[];
  readonly refusals: readonly Refusal[];
  readonly allowance: Allowance | undefined;
};

/** For the decider, and for the question before a contact. */
export const judgementOn = (outbound: Outbound, contacts: Contacts, policy: ContactPolicy): Judgement => {
  const { channel, purpose, reached, at } = outbound;
  const verdicts = verdictsOn(outbound, policy);
  const refusals = refusalsIn(verdicts);
  const kind = { channel, purpose, personId: reached.personId };
  return { verdicts, refusals, allowance: refusals.length > 0 ? allowanceFor(contacts, kind, at) : undefined };
};

const DAY = 86_400_000; // ms

/** The moments at which a contact may have been made: of a day, its end counts, too, for what was said on that day. */
export const momentsOf = (
  { occurredAt }: { readonly occurredAt?: string | undefined },
  at: Date,
): readonly Moment[] => {
  const isHourUnknown = occurredAt !== undefined && isDay(occurredAt);
  const first = { at, isNow: occurredAt === undefined, isHourUnknown };
  return isHourUnknown ? [first, { ...first, at: new Date(at.getTime() + DAY - 1) }] : [first];
};

export const isAllowed = ({ refusals, allowance }: Judgement): boolean =>
  refusals.length === 0 || allowance !== undefined;

const MOST_STEPS = 100;

/** A moment from that of the contact on at which no rule refuses it; `null` if the rules will not allow it by themselves. */
export const allowedFrom = (outbound: Outbound, policy: ContactPolicy): Date | null => {
  let at = outbound.at;
  for (let left = MOST_STEPS; left > 0; left -= 1) {
    const ends = refusalsIn(verdictsOn({ ...outbound, at }, policy)).map((refusal) => refusal.allowedFrom);
    if (ends.length === 0) return at;
    const known = ends.filter((end) => end !== null);
    if (known.length < ends.length) return null;
    at = new Date(Math.max(...known.map((end) => end.getTime())));
  }
  return null;
};
