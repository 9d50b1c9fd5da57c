import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import type { Field } from '../../api/catalogue.js';
import { Value } from '../../design/list/cell.js';
import { useListForm } from '../../design/list/use-list.js';
import { Amount } from '../../design/moment.js';
import { PageHead } from '../../design/page-head.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import type { components } from '../../generated/api.js';
import { useWords } from '../../words/language.js';
import { Lines } from './lines.js';
import { useDealTexts } from './texts.js';

type Deal = components['schemas']['NamedDeal'];

const FACTS = [
  'step',
  'status',
  'owner',
  'expectedCloseDate',
  'country',
  'region',
  'openedAt',
  'stepSince',
  'closedAt',
  'reason',
  'competitor',
  'samples',
] as const satisfies readonly (keyof Deal)[];

/** A deal with its terms. */
const DealPage = () => {
  const { dealId = '' } = useParams();
  const form = useListForm('/v1/deals');
  const found = useQuery({
    queryKey: ['deal', dealId],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/deals/{dealId}', { params: { path: { dealId } }, signal })),
  });
  if (found.error && !found.data)
    return (
      <div className="page">
        <ErrorNotice error={found.error} retry={() => void found.refetch()} />
      </div>
    );
  if (!found.data || !form)
    return (
      <div className="page">
        <SkeletonLines count={8} />
      </div>
    );
  return <Shown deal={found.data} fields={form.columns} />;
};

const Shown = ({ deal, fields }: { readonly deal: Deal; readonly fields: readonly Field[] }) => {
  const [t, word] = [useDealTexts(), useWords()];
  const customer = `/customers/${encodeURIComponent(deal.customerId)}`;
  return (
    <>
      <PageHead
        title={deal.title}
        parent={{ title: t('pipeline'), to: '/pipeline', here: t('here') }}
        meta={
          <>
            <Link className="link" to={customer}>
              {deal.customerName ?? deal.customerId}
            </Link>
            <Amount value={deal.value} />
          </>
        }
      />
      <div className="page">
        <h2>{t('facts')}</h2>
        <dl className="facts">
          {FACTS.filter((name) => deal[name] !== null).map((name) => {
            const field = fields.find((each) => each.name === name);
            return field ? (
              <div key={name} className="fact">
                <dt>{field.label ? word(field.label) : name}</dt>
                <dd>
                  <Value value={deal[name]} field={field} />
                </dd>
              </div>
            ) : null;
          })}
        </dl>
        <Lines deal={deal} fields={fields.find(({ name }) => name === 'lines')?.item?.fields ?? []} />
      </div>
    </>
  );
};

export default DealPage;
