import type { Deal } from '../pipeline/deal.js';
import { useTotals } from '../pipeline/use-board.js';

/** The probability of the step of a deal, as the settings say it; `undefined` until it is read. */
export const useStepProbability = ({ customerId, step }: Deal): number | undefined => {
  const { data } = useTotals({ customer: [customerId] });
  return data?.steps.find((each) => each.step === step)?.probability;
};
