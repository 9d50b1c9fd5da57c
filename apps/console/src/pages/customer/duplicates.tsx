import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { answerOf, api } from '../../api/client.js';
import { Icon } from '../../design/icon.js';
import { Section } from '../../design/section.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { useCustomerTexts } from './texts.js';

/** Customers that are probably the same, with what speaks for it. */
export const Duplicates = ({ customerId }: { readonly customerId: string }) => {
  const [t, may, language] = [useCustomerTexts(), useMay(), useLanguage()];
  const { data } = useQuery({
    queryKey: ['duplicates', customerId, language],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/customers/{customerId}/duplicates', { params: { path: { customerId } }, signal })),
    enabled: may('customers.read'),
    retry: false,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('duplicates')}>
      <ul className="todo">
        {data.items.map(({ customer, evidence, score }) => (
          <li key={customer.customerId}>
            <Icon name="people" />
            <span>
              <Link className="figure" to={addressOf.customer(customer.customerId)}>
                {customer.name ?? customer.customerId}
              </Link>
              <span className="small faint" style={{ display: 'block' }}>
                {evidence.map(({ detail }) => detail).join(' · ')}
              </span>
            </span>
            <span className="num">{Math.round(score * 100)} %</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
