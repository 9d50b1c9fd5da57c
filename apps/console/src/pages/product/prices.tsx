import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { day } from '../../design/dates.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { number } from '../../design/format.js';
import { Amount } from '../../design/moment.js';
import { PlainTable } from '../../design/plain-table.js';
import { Section } from '../../design/section.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import type { components } from '../../generated/api.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import type { Product } from '../products/name-of.js';
import { useProductTexts } from './texts.js';

type Price = components['schemas']['ListedPrice'];
type Props = { readonly product: Product };

const MOST = 200; // prices that are shown

/** The prices of a product on all price lists, the newest first. */
export const Prices = ({ product: { productId } }: Props) => {
  const t = useProductTexts();
  const query = { product: [productId], sort: '-from' as const, limit: MOST };
  const found = useQuery({
    queryKey: ['product', productId, 'prices'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/prices', { params: { query }, signal })),
  });
  return (
    <Section title={t('prices')} aside={found.data?.items.length}>
      {found.error && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <SkeletonLines />}
      {found.data?.items.length === 0 && <p className="muted">{t('none')}</p>}
      {found.data && found.data.items.length > 0 && <Table prices={found.data.items} />}
    </Section>
  );
};

const Table = ({ prices }: { readonly prices: readonly Price[] }) => {
  const [ending, end] = useState<Price>();
  const [t, may] = [useProductTexts(), useMay()];
  return (
    <>
      <PlainTable
        label={t('prices')}
        rows={prices}
        idOf={({ priceId }) => priceId}
        columns={[
          { label: t('list'), width: '20%', show: ({ priceListId }) => priceListId, phone: 'wide' },
          {
            label: t('segment'),
            width: '18%',
            show: ({ segment }) => segment ?? <span className="muted">{t('everybody')}</span>,
          },
          { label: t('days'), show: (price) => <Days price={price} /> },
          { label: t('steps'), width: '28%', show: (price) => <Steps price={price} />, isFigure: true, phone: 'wide' },
          ...(may('products.write')
            ? [
                {
                  label: t('actions'),
                  show: (price: Price) => (
                    <button type="button" className="btn mini" onClick={() => end(price)}>
                      {t('end')} <span className="sr">: {price.priceId}</span>
                    </button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {ending && (
        <CommandDrawer
          key={ending.priceId}
          name="EndPrice"
          fixed={{ productId: ending.productId, priceId: ending.priceId }}
          shown={['until', 'reason']}
          onClose={() => end(undefined)}
          onDone={() => undefined}
        />
      )}
    </>
  );
};

const Days = ({ price: { from, until } }: { readonly price: Price }) => {
  const [t, language] = [useProductTexts(), useLanguage()];
  const shown = (each: string) => day(each, language);
  return (
    <>{until === null ? t('since', { from: shown(from) }) : t('between', { from: shown(from), until: shown(until) })}</>
  );
};

const Steps = ({ price: { steps, currency } }: { readonly price: Price }) => {
  const [t, language] = [useProductTexts(), useLanguage()];
  return (
    <>
      {steps.map(({ quantity, unitPrice }) => (
        <div key={quantity}>
          <span className="muted">{t('from', { quantity: number(quantity, language) })}</span>{' '}
          <Amount value={{ amount: unitPrice, currency }} />
        </div>
      ))}
    </>
  );
};
