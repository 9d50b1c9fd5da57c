import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { answerOf, api } from '../../api/client.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { Icon } from '../../design/icon.js';
import { Section } from '../../design/section.js';
import { useAddress } from '../../design/use-address.js';
import { withParam } from '../../design/with-param.js';
import type { components } from '../../generated/api.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import type { CustomerView } from './data.js';
import { useMergeTexts } from './merge-texts.js';
import { useCustomerTexts } from './texts.js';

const Merge = lazy(() => import('./merge.js'));

type Duplicate = components['schemas']['Duplicate'];

const useDuplicates = (customerId: string) => {
  const [may, language] = [useMay(), useLanguage()];
  return useQuery({
    queryKey: ['duplicates', customerId, language],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/customers/{customerId}/duplicates', { params: { path: { customerId } }, signal })),
    enabled: may('duplicates.read'),
    retry: false,
  }).data?.items;
};

/** Customers that are probably the same, with what speaks for it; they are merged here, or found to be different. */
export const Duplicates = ({ customer }: { readonly customer: CustomerView }) => {
  const [t, may, [params, set]] = [useCustomerTexts(), useMay(), useAddress()];
  const [different, choose] = useState<Duplicate['customer']>();
  const items = useDuplicates(customer.customerId) ?? [];
  const otherId = params.get('merge');
  const merge = (id: string | undefined) => set((before) => withParam(before, 'merge', id));
  return (
    <>
      {items.length > 0 && (
        <Section title={t('duplicates')}>
          <ul className="todo">
            {items.map((each) => (
              <Line
                key={each.customer.customerId}
                duplicate={each}
                merge={() => merge(each.customer.customerId)}
                part={() => choose(each.customer)}
              />
            ))}
          </ul>
        </Section>
      )}
      {otherId !== null && may('customers.merge') && (
        <Suspense fallback={null}>
          <Merge customer={customer} otherId={otherId} onClose={() => merge(undefined)} />
        </Suspense>
      )}
      {different && <Different customer={customer} other={different} onClose={() => choose(undefined)} />}
    </>
  );
};

type LineProps = { readonly duplicate: Duplicate; readonly merge: () => void; readonly part: () => void };

const Line = ({ duplicate: { customer, evidence, score }, merge, part }: LineProps) => {
  const [t, may] = [useMergeTexts(), useMay()];
  const name = customer.name ?? customer.customerId;
  return (
    <li>
      <Icon name="people" />
      <Link className="figure" to={addressOf.customer(customer.customerId)}>
        {name}
      </Link>
      <span className="num">{Math.round(score * 100)} %</span>
      <div className="wide">
        <span className="small faint say">
          {[customer.code, ...evidence.map(({ detail }) => detail)].filter(Boolean).join(' · ')}
        </span>
        <span className="chips">
          {may('customers.merge') && (
            <button type="button" className="btn mini" onClick={merge}>
              {t('mergeWith')}
              <span className="sr">: {name}</span>
            </button>
          )}
          {may('duplicates.settle') && (
            <button type="button" className="btn plain mini" onClick={part}>
              {t('different')}
              <span className="sr">: {name}</span>
            </button>
          )}
        </span>
      </div>
    </li>
  );
};

type DifferentProps = {
  readonly customer: CustomerView;
  readonly other: Duplicate['customer'];
  readonly onClose: () => void;
};

const Different = ({ customer: { customerId }, other, onClose }: DifferentProps) => {
  const t = useMergeTexts();
  return (
    <CommandDrawer
      name="FindDifferent"
      title={t('differentTitle', { name: other.name ?? other.customerId })}
      action={t('differentAction')}
      fixed={{ customerId, otherId: other.customerId }}
      onDone={() => undefined}
      onClose={onClose}
    />
  );
};
