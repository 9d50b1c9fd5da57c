import type { Draft, Origin, Policy } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { realTime, type Time } from './time.js';

/** Sends a command. Throws a `Rejection` when a rule says no; sending it again under the same id does nothing. */
export type Send = (draft: Draft, origin: Origin) => Promise<unknown>;

/** What a policy has to report. `repeated` counts the reports of the kind that were left out since the last one. */
export type Report = { readonly policy: string; readonly repeated: number } & (
  | { readonly kind: 'refused'; readonly command: string; readonly code: string }
  | { readonly kind: 'failed'; readonly error: unknown }
);

export type PolicyOptions = {
  /** Names this process, and no other one; made up unless told. */
  readonly owner: string;
  /** How long a process that gives no sign of life keeps the policies, in milliseconds. */
  readonly ttl: number;
  /** Milliseconds until a quiet policy looks again, in case that it has missed something. */
  readonly lookEvery: number;
  /** The most milliseconds that a deadline waits for its view to be at the end of the log. */
  readonly patience: number;
  /** The most events, or documents, that are taken at once. */
  readonly batch: number;
  /** Milliseconds after an error: doubled from the first wait to the longest. */
  readonly waits: { readonly first: number; readonly most: number };
  /** From 0 to 1: spreads the waits of several processes. */
  readonly random: () => number;
  readonly time: Time;
  /** At most one report of a kind and a policy in a minute. */
  readonly report: (report: Report) => void;
};

export const policyOptions = (options: Partial<PolicyOptions>): PolicyOptions => ({
  owner: randomUUID(),
  ttl: 10_000,
  lookEvery: 60_000,
  patience: 2_000,
  batch: 500,
  waits: { first: 250, most: 60_000 },
  random: Math.random,
  time: realTime,
  report: () => undefined,
  ...options,
});

/** Throws if two policies have one name: their command ids would be the same. */
export const distinct = (policies: readonly Policy[]): readonly Policy[] => {
  const names = policies.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new Error(`Two policies have the name ${twice}.`);
  return policies;
};
