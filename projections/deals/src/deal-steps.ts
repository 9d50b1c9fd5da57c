import { STEPS, type Step } from '@annals/contracts-deals';
import { number, type ViewField } from '@annals/event-sourcing';
import type { Deal } from './deal.js';

/**
 * What is counted of each step: deals that were at it, that went on from it to a later step or were won, that left it by a move
 * or a close, and the hundredths of days that they spent at it until they left.
 */
export const STEP_COUNTS = ['reached', 'passed', 'left', 'time'] as const;
export type StepCount = (typeof STEP_COUNTS)[number];

const HUNDREDTHS = 100;

const place = (step: Step) => STEPS.indexOf(step);

const wasAt = (step: Step, { step: now, daysInStep }: Deal) => step === now || Object.hasOwn(daysInStep, step);

const wentOn = (step: Step, deal: Deal) =>
  wasAt(step, deal) &&
  (deal.status === 'won' || STEPS.some((later) => place(later) > place(step) && wasAt(later, deal)));

const COUNTS: Readonly<Record<StepCount, (step: Step, deal: Deal) => number>> = {
  reached: (step, deal) => Number(wasAt(step, deal)),
  passed: (step, deal) => Number(wentOn(step, deal)),
  left: (step, { daysInStep }) => Number(Object.hasOwn(daysInStep, step)),
  time: (step, { daysInStep: { [step]: days = 0 } }) => Math.round(days * HUNDREDTHS),
};

/** The field with a count of a step. */
export const stepField = <Count extends StepCount>(count: Count, step: Step) => `${count}:${step}` as const;

type StepFields = { readonly [Name in `${StepCount}:${Step}`]: ViewField<Deal> };

/** A field for each count of each step. */
export const stepFields = Object.fromEntries(
  STEPS.flatMap((step) =>
    STEP_COUNTS.map((count) => [stepField(count, step), number((deal: Deal) => COUNTS[count](step, deal))] as const),
  ),
) as StepFields;
