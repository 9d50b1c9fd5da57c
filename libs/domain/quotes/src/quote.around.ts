import { aroundCustomer, customerStream, NOT_KNOWN, type KnownCustomer } from '@annals/contracts-customers';
import { dealStream, termsAfter, type DatedTerms, type DealEvent } from '@annals/contracts-deals';
import { ACCESS, type AccessEvent } from '@annals/contracts-organisation';
import { aroundProducts, knownProducts, productStream, type KnownProducts } from '@annals/contracts-products';
import type { Role } from '@annals/contracts-values';
import { ImmutableMap, type ContextStream, type Of } from '@annals/event-sourcing';
import type { Quote } from './quote.state.js';
import type { QuoteCommand } from './quote.types.js';

type Access<Type> = Of<AccessEvent, Type>['data'];

/** The deal of a quote: whose it is, and what is agreed. */
export type KnownDeal = DatedTerms & { readonly customerId: string };

/** What other streams say: of the customer, the deal, products, and roles of users. */
export type Around = {
  readonly customer: KnownCustomer;
  readonly deal: KnownDeal | null;
  readonly products: KnownProducts;
  readonly roles: ImmutableMap<readonly Role[]>;
};

type Occurred = { readonly occurredAt: string };

const ofDeal = {
  DealOpened: (around: Around, { customerId, ...terms }: Of<DealEvent, 'DealOpened'>['data']): Around => ({
    ...around,
    deal: { customerId, terms, since: {} },
  }),
  DealChanged: (around: Around, data: Of<DealEvent, 'DealChanged'>['data'], { occurredAt }: Occurred): Around => ({
    ...around,
    deal: around.deal && { ...around.deal, ...termsAfter(around.deal, data, occurredAt) },
  }),
  DealWithdrawn: (around: Around): Around => ({ ...around, deal: null }),
};

const NOTHING: Around = {
  ...{ customer: NOT_KNOWN, deal: null, products: knownProducts.initial },
  roles: ImmutableMap.empty(),
};

const productsIn = (lines: readonly { readonly productId?: string | undefined }[] = []) =>
  lines.flatMap(({ productId }) => (productId === undefined ? [] : productStream(productId)));

const needsRoles = ({ type }: QuoteCommand) => type === 'SendQuote' || type === 'ApproveQuote';

export const quoteAround: ContextStream<QuoteCommand, Quote, Around> = {
  stream: (command) => {
    if (command.type === 'DraftQuote')
      return [customerStream(command.customerId), dealStream(command.dealId), ...productsIn(command.lines)];
    if (command.type === 'ReviseQuote') return productsIn(command.lines);
    return needsRoles(command) ? ACCESS : [];
  },
  initial: NOTHING,
  evolve: {
    ...aroundCustomer<Around>(),
    ...ofDeal,
    ...aroundProducts<Around>(),
    RolesGranted: (around, { userId, after }: Access<'RolesGranted'>) => ({
      ...around,
      roles: around.roles.with(userId, after),
    }),
  },
  join: (one, other) => ({
    customer: other.customer === NOT_KNOWN ? one.customer : other.customer,
    deal: other.deal ?? one.deal,
    products: knownProducts.join(one.products, other.products),
    roles: one.roles.withAll(other.roles),
  }),
  further: ({ deal }, command) =>
    command.type === 'DraftQuote' && command.lines === undefined ? productsIn(deal?.terms.lines) : [],
};
