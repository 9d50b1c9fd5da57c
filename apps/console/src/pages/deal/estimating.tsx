import { useValueWords } from '../../design/value-words.js';
import type { Deal } from '../pipeline/deal.js';
import { useStepProbability } from './step-probability.js';
import { useDealTexts } from './texts.js';

/** The form of an estimate begins with the present one, and shows the probability that it replaces. */
export const estimating = (command: string, deal: Deal) =>
  command === 'EstimateDeal'
    ? { initial: { probability: deal.estimate?.probability }, before: () => <OfStep deal={deal} /> }
    : {};

const OfStep = ({ deal }: { readonly deal: Deal }) => {
  const [t, word, probability] = [useDealTexts(), useValueWords(), useStepProbability(deal)];
  if (probability === undefined) return null;
  return <p className="muted">{t('replaces', { step: word('OpenDealStep', deal.step), probability })}</p>;
};
