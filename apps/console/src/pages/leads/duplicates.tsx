import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { addressOf } from '../../design/addresses.js';
import { Icon } from '../../design/icon.js';
import { Section } from '../../design/section.js';
import type { components } from '../../generated/api.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { useLeadsTexts } from './texts.js';

type Props = {
  readonly lead: components['schemas']['NamedLead'];
  readonly choose: (customerId: string) => void;
};

/** The customers that a lead probably is already, each with what speaks for it. */
export const Duplicates = ({ lead: { leadId }, choose }: Props) => {
  const [t, may, language] = [useLeadsTexts(), useMay(), useLanguage()];
  const { data } = useQuery({
    queryKey: ['duplicates of lead', leadId, language],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/leads/{leadId}/duplicates', { params: { path: { leadId } }, signal })),
    enabled: may('duplicates.read'),
    retry: false,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('probably')}>
      <ul className="todo">
        {data.items.map(({ customer, evidence, score }) => (
          <li key={customer.customerId}>
            <Icon name="people" />
            <Link className="figure" to={addressOf.customer(customer.customerId)}>
              {customer.name ?? customer.customerId}
            </Link>
            <span className="num">{Math.round(score * 100)} %</span>
            <div className="wide">
              <span className="small faint say">{evidence.map(({ detail }) => detail).join(' · ')}</span>
              <button type="button" className="btn mini" onClick={() => choose(customer.customerId)}>
                {t('use')}
                <span className="sr">: {customer.name ?? customer.customerId}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};
