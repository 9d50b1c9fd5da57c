import type { Field } from '../../api/catalogue.js';
import { Moment } from '../../design/moment.js';
import { Fact, Facts } from '../../design/record.js';
import { useNames } from '../../design/use-names.js';
import type { Deal } from '../pipeline/deal.js';
import { useStepProbability } from './step-probability.js';
import { useDealTexts } from './texts.js';

type Props = { readonly deal: Deal; readonly fields: readonly Field[] };

/** The probability of an open deal, and where it comes from. */
export const Chance = ({ deal, fields }: Props) => {
  const ofStep = useStepProbability(deal);
  const probability = deal.estimate?.probability ?? ofStep;
  const field = fields.find(({ name }) => name === 'estimate')?.fields?.find(({ name }) => name === 'probability');
  if (!field || deal.status !== 'open' || probability === undefined) return null;
  const shown = (
    <>
      {probability} % <Source estimate={deal.estimate} />
    </>
  );
  return (
    <Facts>
      <Fact field={field} value={probability} shown={shown} />
    </Facts>
  );
};

const Source = ({ estimate }: Pick<Deal, 'estimate'>) => {
  const [t, nameOf] = [useDealTexts(), useNames()];
  if (!estimate) return <span className="muted small">{t('ofStep')}</span>;
  return (
    <span className="muted small">
      {t('estimatedBy', { name: nameOf(estimate.actor) })} <Moment at={estimate.at} />
      <br />
      {estimate.reason}
    </span>
  );
};
