import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { send } from '../../api/command.js';
import { newKey } from '../../api/new-key.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { useReceipt } from '../../design/form/use-receipt.js';
import { Icon } from '../../design/icon.js';
import { Section } from '../../design/section.js';
import type { components } from '../../generated/api.js';
import { useMay, useRefresh } from '../../session/use-session.js';
import { texts } from '../../words/texts.js';
import type { CustomerView } from './data.js';

type Suggestion = components['schemas']['Suggestion'];
type Offer = NonNullable<CustomerView['offers']>[number];

const useSuggestionTexts = texts({
  title: ['What to offer next', '推荐产品'],
  evidence: [
    '{{share}} of purchases with {{because}} have it: {{both}} of {{having}}, {{lift}} × as often as otherwise',
    '购买{{because}}的交易中 {{share}} 含此产品（{{both}} / {{having}}），为平均水平的 {{lift}} 倍',
  ],
  taken: ['accepted {{accepted}} of {{answered}} times', '{{answered}} 次答复中接受 {{accepted}} 次'],
  and: [' and ', '和'],
  offer: ['Offer', '推荐'],
  waiting: ['offered, not answered yet', '已推荐，待答复'],
  answer: ['Answer', '答复'],
  answerTo: ['Answer to the offer of {{product}}', '对“{{product}}”推荐的答复'],
});

const useSuggestions = (customerId: string) => {
  const may = useMay();
  return useQuery({
    queryKey: ['suggestions', customerId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/customers/{customerId}/suggestions', { params: { path: { customerId } }, signal })),
    enabled: may('offers.read'),
    retry: false,
  }).data?.items;
};

/** Products that go well with what the customer has, with the evidence, and offers that wait for an answer. */
export const Suggestions = ({ customer: { customerId, offers } }: { readonly customer: CustomerView }) => {
  const t = useSuggestionTexts();
  const [answered, answer] = useState<Offer>();
  const items = useSuggestions(customerId) ?? [];
  const waiting = offers?.filter(({ status }) => status === 'open') ?? [];
  return (
    <>
      {items.length + waiting.length > 0 && (
        <Section title={t('title')}>
          <ul className="todo">
            {waiting.map((offer) => (
              <Waiting key={offer.offerId} offer={offer} answer={() => answer(offer)} />
            ))}
            {items.map((each) => (
              <Line key={each.productId ?? each.product} customerId={customerId} suggestion={each} />
            ))}
          </ul>
        </Section>
      )}
      {answered && (
        <CommandDrawer
          name="AnswerOffer"
          title={t('answerTo', { product: answered.product })}
          action={t('answer')}
          fixed={{ offerId: answered.offerId }}
          shown={['reason']}
          onDone={() => undefined}
          onClose={() => answer(undefined)}
        />
      )}
    </>
  );
};

const Waiting = ({ offer, answer }: { readonly offer: Offer; readonly answer: () => void }) => {
  const [t, may] = [useSuggestionTexts(), useMay()];
  return (
    <li>
      <Icon name="box" />
      <span>
        {offer.product}
        <span className="small faint" style={{ display: 'block' }}>
          {t('waiting')}
        </span>
      </span>
      {may('offers.write') && (
        <button type="button" className="btn mini" onClick={answer}>
          {t('answer')}
          <span className="sr">: {offer.product}</span>
        </button>
      )}
    </li>
  );
};

const Line = ({ customerId, suggestion }: { readonly customerId: string; readonly suggestion: Suggestion }) => {
  const [t, may] = [useSuggestionTexts(), useMay()];
  const [show, refresh] = [useReceipt(), useRefresh()];
  const { product, productId, because, baskets, metrics, offers } = suggestion;
  const offer = async () => {
    const fields = { offerId: newKey(), customerId, product, productId, because };
    show(await send({ name: 'OfferProduct', fields }));
    await refresh();
  };
  const evidence = t('evidence', {
    ...{
      share: `${Math.round(metrics.confidence * 100)} %`,
      because: because.map((each) => each.product).join(t('and')),
    },
    ...{ both: `${baskets.both}`, having: `${baskets.having}`, lift: metrics.lift.toFixed(1) },
  });
  const { accepted, answered } = offers;
  return (
    <li>
      <Icon name="box" />
      <span>
        {product}
        <span className="small faint" style={{ display: 'block' }}>
          {evidence}
          {answered > 0 && ` · ${t('taken', { accepted: `${accepted}`, answered: `${answered}` })}`}
        </span>
      </span>
      {may('offers.write') && (
        <button type="button" className="btn mini" onClick={() => void offer()}>
          {t('offer')}
          <span className="sr">: {product}</span>
        </button>
      )}
    </li>
  );
};
