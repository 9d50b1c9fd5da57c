import type { Field, ListForm } from '../../api/catalogue.js';
import type { components } from '../../generated/api.js';

export type Deal = components['schemas']['NamedDeal'];
export type Step = Deal['step'];
export type Status = Deal['status'];
export type Outcome = Exclude<Status, 'open'>;

/** Where a deal is put: another step, or an end. */
export type Target = { readonly to: Step } | { readonly outcome: Outcome };

/** Why a deal is put somewhere, where a rule asks for it. */
export type Why = { readonly reason?: string; readonly competitor?: string };

const LAST_OF_SALES: Step = 'trading';

type StepWords = NonNullable<Field['values']>[number];

/**
 * The eight steps in their order, as the API declares them; those after the sale are narrow until they are opened. From the
 * last step of the sale on, won deals are shown beside open ones.
 */
export const stepsOf = ({ columns }: ListForm) => {
  const words: readonly StepWords[] = columns.find(({ name }) => name === 'step')?.values ?? [];
  const last = words.findIndex(({ value }) => value === LAST_OF_SALES);
  return words.map((each, index) => ({
    ...{ ...each, step: each.value as Step, isSales: index <= last },
    statuses: statusesAt(index < last),
  }));
};

const statusesAt = (isBeforeLast: boolean): readonly Status[] => (isBeforeLast ? ['open'] : ['open', 'won']);

export type StepShown = ReturnType<typeof stepsOf>[number];

const DAY = 86_400_000; // ms

/** Whole days from one instant to another, which may be earlier by a little where clocks differ. */
export const daysBetween = (from: string, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - Date.parse(from)) / DAY));

/** Whether an open deal has been at its step for longer than the setting says; `days` is not known at first. */
export const isStalled = ({ status, stepSince }: Deal, days: number | undefined, now: Date): boolean =>
  status === 'open' && days !== undefined && now.getTime() - Date.parse(stepSince) > days * DAY;
