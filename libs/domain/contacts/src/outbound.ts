import type { Contact, Rule } from '@annals/contracts-contacts';
import type { Channel, Purpose } from '@annals/contracts-values';
import type { Rejection } from '@annals/event-sourcing';
import type { Reached } from './addressee.js';
import { permissionFor, type Wishes } from './wishes.js';
import { contactProblems } from './contact.problems.js';
import { others, type Times } from './frequency.js';
import { clockAt, isQuiet, quietUntil } from './quiet-hours.js';

/** For which purposes each rule holds: settings of the company. */
export type ContactPolicy = {
  readonly consentRequiredFor: readonly Purpose[];
  readonly objectionAppliesTo: readonly Purpose[];
  readonly doNotContactAppliesTo: readonly Purpose[];
  readonly quietHoursApplyTo: readonly Purpose[];
  /** The channels that disturb. */
  readonly quietHoursOver: readonly Channel[];
  /** Only contacts for these purposes are counted. */
  readonly frequencyCapAppliesTo: readonly Purpose[];
};

/** An outbound contact that is planned or was made, the wishes of its moment, and what was made for capped purposes. */
export type Outbound = Pick<Contact, 'channel' | 'purpose'> & {
  readonly at: Date;
  /** Only the day is known, so that no rule about hours can judge it. */
  readonly isHourUnknown: boolean;
  readonly reached: Reached;
  readonly wishes: Wishes;
  readonly times: Times;
};

/** Why a rule refuses a contact; `allowedFrom` is when it stops to do so by itself, `null` for never. */
export type Refusal = {
  readonly rule: Rule;
  readonly rejection: Rejection;
  readonly allowedFrom: Date | null;
};

/** What a rule says; it holds for some purposes and channels only. */
export type Verdict = { readonly rule: Rule; readonly applies: boolean; readonly refusal: Refusal | null };

type Refused = Omit<Refusal, 'rule'> | null;
type Judge = (outbound: Outbound) => Refused;
type Article = { readonly applies: (outbound: Outbound, policy: ContactPolicy) => boolean; readonly judge: Judge };

const { rejection } = contactProblems;

const never = (rejection: Rejection): Refused => ({ rejection, allowedFrom: null });

const doNotContact: Judge = ({ wishes }) => (wishes.preference?.doNotContact ? never(rejection('DoNotContact')) : null);

/** The customer may object for all of its contact persons, each of these for itself. */
const objection: Judge = ({ channel, purpose, reached: { personId }, wishes }) => {
  const said = [undefined, personId].map((person) => permissionFor(wishes, { channel, purpose, personId: person }));
  return said.some((permission) => permission?.given === false)
    ? never(rejection('ConsentWithdrawn', { channel, purpose }))
    : null;
};

const consent: Judge = ({ channel, purpose, at, reached: { personId, isStranger }, wishes }) => {
  const details = { channel, purpose };
  const isPerson = personId !== undefined || isStranger;
  const permission = isStranger ? undefined : permissionFor(wishes, { ...details, personId });
  if (!permission?.given) return never(rejection(isPerson ? 'ConsentOfPersonMissing' : 'ConsentMissing', details));
  const { expiresAt } = permission;
  const hasExpired = expiresAt !== undefined && Date.parse(expiresAt) <= at.getTime();
  return hasExpired ? never(rejection('ConsentExpired', { ...details, expiresAt })) : null;
};

const quietHours: Judge = ({ at, wishes }) => {
  const hours = wishes.preference?.quietHours;
  if (!hours || !isQuiet(hours, at)) return null;
  const details = { ...hours, clock: clockAt(at, hours.timeZone) };
  return { rejection: rejection('QuietHours', details), allowedFrom: quietUntil(hours, at) };
};

const frequencyCap: Judge = ({ at, wishes, times }) => {
  const cap = wishes.preference?.frequencyCap;
  if (!cap) return null;
  const { most: made, allowedFrom } = others(times, cap, at.getTime());
  return made < cap.contacts ? null : { rejection: rejection('FrequencyCapReached', { ...cap, made }), allowedFrom };
};

/** In the order in which the first refusal is named. */
const ARTICLES: Readonly<Record<Rule, Article>> = {
  'do-not-contact': {
    applies: ({ purpose }, policy) => policy.doNotContactAppliesTo.includes(purpose),
    judge: doNotContact,
  },
  objection: { applies: ({ purpose }, policy) => policy.objectionAppliesTo.includes(purpose), judge: objection },
  consent: { applies: ({ purpose }, policy) => policy.consentRequiredFor.includes(purpose), judge: consent },
  'quiet-hours': {
    applies: ({ purpose, channel, isHourUnknown }, policy) =>
      !isHourUnknown && policy.quietHoursApplyTo.includes(purpose) && policy.quietHoursOver.includes(channel),
    judge: quietHours,
  },
  'frequency-cap': {
    applies: ({ purpose }, policy) => policy.frequencyCapAppliesTo.includes(purpose),
    judge: frequencyCap,
  },
};

/** The verdict of every rule on an outbound contact, for the decider and for the query before a contact. */
export const verdictsOn = (outbound: Outbound, policy: ContactPolicy): readonly Verdict[] =>
  Object.entries(ARTICLES).map(([name, { applies, judge }]) => {
    const rule = name as Rule;
    if (!applies(outbound, policy)) return { rule, applies: false, refusal: null };
    const refused = judge(outbound);
    return { rule, applies: true, refusal: refused && { rule, ...refused } };
  });

export const refusalsIn = (verdicts: readonly Verdict[]): readonly Refusal[] =>
  verdicts.flatMap(({ refusal }) => refusal ?? []);

/** The channel that the customer prefers, if it is another one. */
export const otherChannel = ({ channel, wishes: { preference } }: Outbound): Channel | undefined =>
  preference?.preferredChannel === channel ? undefined : preference?.preferredChannel;
