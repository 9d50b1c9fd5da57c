import { knownProduct, productStream, type KnownProduct } from '@annals/contracts-products';
import { ImmutableMap, type ContextStream, type RecordedEvent } from '@annals/event-sourcing';
import { joinedOwners, ownersAround, type Owners } from './deal.owners.js';
import type { Deal } from './deal.state.js';
import type { DealCommand } from './deal.types.js';

/** Products of the catalogue by their ids. */
export type Products = ImmutableMap<NonNullable<KnownProduct>>;

/** The owners of the customer, and the products that lines name. */
export type Around = { readonly customer: Owners; readonly products: Products };

type Step = (around: Around, data: never, event: RecordedEvent) => Around;

const ofCustomer = Object.entries(ownersAround.evolve).map(([type, step]): [string, Step] => [
  type,
  (around, data, event) => ({ ...around, customer: step(around.customer, data, event) }),
]);

const ofProducts = Object.entries(knownProduct.evolve).map(([type, step]): [string, Step] => [
  type,
  (around, data: { readonly productId: string }, event) => {
    const product = step(around.products.get(data.productId) ?? null, data as never, event);
    return product ? { ...around, products: around.products.with(data.productId, product) } : around;
  },
]);

export const NOTHING_AROUND: Around = { customer: ownersAround.initial, products: ImmutableMap.empty() };

export const dealAround: ContextStream<DealCommand, Deal, Around> = {
  stream: (command, deal) => [
    ...[ownersAround.stream(command, deal) ?? []].flat(),
    ...productsIn(command, deal).map(productStream),
  ],
  initial: NOTHING_AROUND,
  evolve: Object.fromEntries([...ofCustomer, ...ofProducts]),
  join: (one, other) => ({
    customer: joinedOwners(one.customer, other.customer),
    products: one.products.withAll(other.products),
  }),
  further: ({ customer }, command, deal) => ownersAround.further!(customer, command, deal),
};

const productsIn = (command: DealCommand, deal: Deal): readonly string[] =>
  linesIn(command, deal).flatMap(({ productId }) => productId ?? []);

type Naming = { readonly productId?: string | undefined };

const linesIn = (command: DealCommand, deal: Deal): readonly Naming[] => {
  if (command.type === 'OpenDeal' || command.type === 'ChangeDeal') return command.lines ?? [];
  if (command.type === 'AddDealLine') return [command];
  if (command.type !== 'ChangeDealLine') return [];
  return [command.productId === undefined ? { productId: productAt(deal, command.lineId) } : command];
};

const productAt = (deal: Deal, lineId: string): string | undefined =>
  deal.status === 'unknown'
    ? undefined
    : deal.terms.lines.find((line) => line.lineId === lineId || line.lineId.endsWith(`:${lineId}`))?.productId;
