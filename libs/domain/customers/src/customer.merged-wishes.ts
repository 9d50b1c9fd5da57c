import {
  ConsentGiven,
  consentKey,
  ConsentWithdrawn,
  ContactPreferenceSet,
  NeedRecorded,
  type ConsentKind,
  type CustomerEvent,
} from '@annals/contracts-customers';
import { sameContent } from '@annals/contracts-values';
import { lastWords, type LastWord } from './customer.consents.js';
import { personIdAt } from './customer.merged-persons.js';
import type { Registered } from './customer.state.js';
import { stricterPreference } from './customer.stricter.js';
import { valueOf } from './customer.values.js';

/** What changes for the survivor, so that what either file says of contacts is kept to. */
export const wishesOfBoth = (survivor: Registered, merged: Registered, at: Date): readonly CustomerEvent[] => [
  ...wordsOfBoth(survivor, merged),
  ...preferenceOfBoth(survivor, merged, at),
];

const preferenceOfBoth = (survivor: Registered, merged: Registered, at: Date): readonly CustomerEvent[] => {
  const [mine, theirs] = [valueOf(survivor.preferences), valueOf(merged.preferences)];
  const preference = stricterPreference(mine, theirs, at);
  const { customerId } = survivor;
  return preference === null || sameContent(preference, mine)
    ? []
    : [ContactPreferenceSet.event({ customerId, preference })];
};

const wordsOfBoth = (survivor: Registered, merged: Registered): readonly CustomerEvent[] => {
  const mine = new Map(lastWords(survivor.words).map((word) => [consentKey(word.kind), word]));
  return lastWords(merged.words).flatMap(({ kind, word }) => {
    const own = ownKind(survivor, kind);
    const said = mine.get(consentKey(own))?.word;
    const stricter = stricterWord(said, word);
    return sameContent(stricter, said) ? [] : [wordOf(survivor, own, stricter as Said)];
  });
};

const ownKind = (survivor: Registered, { channel, purpose, personId }: ConsentKind): ConsentKind => ({
  ...{ channel, purpose },
  ...(personId !== undefined && { personId: personIdAt(survivor, personId) }),
});

type Word = LastWord['word'];

/** An objection before a consent, of two consents the one that ends first; a consent that has ended says nothing. */
const stricterWord = (mine: Word | undefined, theirs: Word): Word | undefined => {
  if (theirs === 'expired' || theirs === 'unsaid' || mine === 'withdrawn') return mine;
  if (theirs === 'withdrawn' || typeof mine !== 'object') return theirs;
  return endOf(theirs) < endOf(mine) ? theirs : mine;
};

const endOf = ({ expiresAt }: Exclude<Word, string>) => (expiresAt === undefined ? Infinity : Date.parse(expiresAt));

/** An objection or a consent: nothing else is stricter than what was said. */
type Said = Exclude<Word, 'expired' | 'unsaid'>;

const wordOf = ({ customerId }: Registered, kind: ConsentKind, word: Said): CustomerEvent =>
  word === 'withdrawn'
    ? ConsentWithdrawn.event({ customerId, ...kind })
    : ConsentGiven.event({ ...word, ...kind, customerId });

/** The current needs of the merged customer, as needs of the survivor. */
export const needsCarried = (survivor: Registered, merged: Registered) =>
  currentNeeds(merged).flatMap(({ need, since }) => {
    const known = survivor.needs.get(need.needId);
    const as = known ? `${need.needId.slice(0, LONGEST)}-${merged.merges.count}${survivor.merges.count}` : need.needId;
    const event = {
      ...NeedRecorded.event({ ...need, needId: as, customerId: survivor.customerId }),
      occurredAt: since,
    };
    return [{ needId: need.needId, as, event }];
  });

const LONGEST = 90; // characters

/** Those that have neither ended nor been closed. */
export const currentNeeds = ({ needs, endedNeeds, closedNeeds }: Registered) =>
  needs.values().filter(({ need: { needId } }) => !endedNeeds.get(needId) && !closedNeeds.get(needId));
