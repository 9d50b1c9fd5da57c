import { addressCode } from './address-evidence.js';
import type { Code } from './codes.js';
import { evidence, type Evidence, type EvidenceCode } from './evidence.js';
import { nameEvidence } from './name-evidence.js';
import { personEvidence } from './person-evidence.js';
import type { Traits } from './traits.js';

export const VERDICTS = ['same', 'probable', 'different'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** From which score on two files are probably of one customer, and from which they are. */
export type MatchThresholds = {
  /** @fraction */
  readonly probable: number;
  /** @fraction */
  readonly same: number;
};

export type Comparison = {
  /** How probable it is that the files are of one customer, from 0 to 1. */
  readonly score: number;
  readonly verdict: Verdict;
  /** What speaks for it and against it, the strongest first. */
  readonly evidence: readonly Evidence[];
};

/** In bits: of a thousand pairs with something in common, about one is of one customer. */
const PRIOR = -10;

/** Evidence against that is at least as strong as this forbids the verdict `same`. */
const CONTRADICTION = -8;

/** Compares two customers by all that is known of both; what only one of them says is no evidence. */
export const compare = (one: Traits, other: Traits, thresholds: MatchThresholds): Comparison => {
  const found = evidenceOf(one, other).toSorted(byWeight);
  const bits = found.reduce((sum, { weight }) => sum + weight, PRIOR);
  const score = Math.round(1e6 / (1 + 2 ** -bits)) / 1e6;
  return { score, verdict: verdictOf(score, found, thresholds), evidence: found };
};

const verdictOf = (score: number, found: readonly Evidence[], { probable, same }: MatchThresholds): Verdict => {
  if (score < probable) return 'different';
  return score >= same && found.every(({ weight }) => weight > CONTRADICTION) ? 'same' : 'probable';
};

const byWeight = (one: Evidence, other: Evidence) =>
  Math.abs(other.weight) - Math.abs(one.weight) || (one.code < other.code ? -1 : 1);

const evidenceOf = (one: Traits, other: Traits): readonly Evidence[] => {
  if (one.customerId === other.customerId) return [evidence('one-file')];
  return [
    ...(one.kind !== null && other.kind !== null && one.kind !== other.kind ? [evidence('kind-differs')] : []),
    ...codeEvidence(one.codes, other.codes),
    ...namesEvidence(one, other),
    ...found(birthCode(one.birthDate, other.birthDate)),
    ...found(mailCode(one, other)),
    ...found(shared(one.phones, other.phones) ? 'phone-same' : null),
    ...found(addressCode(one.addresses, other.addresses)),
    ...found(citiesDiffer(one, other) ? 'city-differs' : null),
  ];
};

const found = (code: EvidenceCode | null) => (code === null ? [] : [evidence(code)]);

const shared = (one: readonly string[], other: readonly string[]) => one.some((each) => other.includes(each));

const codeEvidence = (one: readonly Code[], other: readonly Code[]): readonly Evidence[] => {
  const same = one.filter(({ code }) => other.some((each) => each.code === code));
  const differs = one.some(
    ({ scheme }) =>
      scheme !== null && other.some((each) => each.scheme === scheme) && !same.some((each) => each.scheme === scheme),
  );
  return [...found(same.length > 0 ? 'code-same' : null), ...found(differs ? 'code-differs' : null)];
};

const namesEvidence = (one: Traits, other: Traits): readonly Evidence[] => {
  if (one.person && other.person) return personEvidence(one.person, other.person);
  return one.organisation && other.organisation ? nameEvidence(one.organisation, other.organisation) : [];
};

const birthCode = (one: string | null, other: string | null): EvidenceCode | null => {
  if (one === null || other === null) return null;
  if (one === other) return 'birth-date-same';
  return isNearDay(one, other) ? 'birth-date-similar' : 'birth-date-differs';
};

/** Day and month exchanged, or one digit wrong. */
const isNearDay = (one: string, other: string) => {
  const [year, month, day] = one.split('-');
  return other === `${year}-${day}-${month}` || [...one].filter((digit, at) => digit !== other[at]).length === 1;
};

/** The same mailbox, else the same domain. */
const mailCode = (one: Traits, other: Traits): EvidenceCode | null => {
  if (shared(one.mailboxes, other.mailboxes)) return 'email-same';
  return shared(one.domains, other.domains) ? 'domain-same' : null;
};

const citiesDiffer = (one: Traits, other: Traits) =>
  [one, other].every(({ kind, cities }) => kind === 'organisation' && cities.length > 0) &&
  !shared(one.cities, other.cities);
