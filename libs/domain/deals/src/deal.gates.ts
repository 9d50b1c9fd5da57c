import { STEPS, type DealTerms, type Step } from '@annals/contracts-deals';
import { compareDecimals } from '@annals/contracts-values';
import { ImmutableMap } from '@annals/event-sourcing';
import { gateProblems } from './gate.problems.js';
import type { Begun } from './deal.state.js';

type Known = Pick<Begun, 'samples' | 'terms'>;

const MET = {
  sample: ({ samples }: Known) => samples.after('') !== undefined,
  lines: ({ terms }: Known) => terms.lines.length > 0,
  value: ({ terms }: Known) => compareDecimals(terms.value.amount, '0') !== 0,
} as const;

/** Something that a deal can need before it enters a step. */
export type Gate = keyof typeof MET;
export const GATES = Object.keys(MET) as readonly Gate[];

/** What a deal needs before it enters a step or goes past it. */
export type StepGates = Readonly<Partial<Record<Step, readonly Gate[]>>>;

type Sent = { readonly to: Step; readonly reason?: string | undefined; readonly occurredAt?: string | undefined };

/**
 * Rejects a step forward, without a reason, of a deal that has not what the steps on the way need. A command with
 * `occurredAt` states what has happened, as imports and late facts do: it is not judged, so that facts can be recorded in
 * any order. Without it the step is taken now, and whatever has occurred until now counts.
 */
export const expectGates = (gates: StepGates, deal: Known, from: Step, { to, reason, occurredAt }: Sent): void => {
  if (reason !== undefined || occurredAt !== undefined) return;
  const entered = STEPS.slice(STEPS.indexOf(from) + 1, STEPS.indexOf(to) + 1);
  const needed = new Set(entered.flatMap((step) => gates[step] ?? []));
  const missing = [...needed].filter((gate) => !MET[gate](deal));
  if (missing.length > 0) gateProblems.reject('GatedStepNeedsReason', { step: to, missing });
};

/** The same of a deal that is opened at a later step than the first. */
export const expectGatesAtOpening = (
  gates: StepGates,
  { step, ...terms }: DealTerms & { readonly step: Step },
  command: Omit<Sent, 'to'>,
): void => expectGates(gates, { terms, samples: ImmutableMap.empty() }, STEPS[0]!, { ...command, to: step });
