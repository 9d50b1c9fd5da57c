import { aroundProducts, knownProducts, productStream, type KnownProducts } from '@annals/contracts-products';
import { wholeId } from '@annals/contracts-values';
import type { ContextStream, RecordedEvent } from '@annals/event-sourcing';
import { joinedOwners, ownersAround, type Owners } from './deal.owners.js';
import type { Deal } from './deal.state.js';
import type { DealCommand } from './deal.types.js';

/** The owners of the customer, and the products that lines name. */
export type Around = { readonly customer: Owners; readonly products: KnownProducts };

type Step = (around: Around, data: never, event: RecordedEvent) => Around;

const ofCustomer = Object.entries(ownersAround.evolve).map(([type, step]): [string, Step] => [
  type,
  (around, data, event) => ({ ...around, customer: step(around.customer, data, event) }),
]);

export const NOTHING_AROUND: Around = { customer: ownersAround.initial, products: knownProducts.initial };

export const dealAround: ContextStream<DealCommand, Deal, Around> = {
  stream: (command, deal) => [
    ...[ownersAround.stream(command, deal) ?? []].flat(),
    ...productsIn(command, deal).map(productStream),
  ],
  initial: NOTHING_AROUND,
  evolve: { ...Object.fromEntries(ofCustomer), ...aroundProducts<Around>() },
  join: (one, other) => ({
    customer: joinedOwners(one.customer, other.customer),
    products: knownProducts.join(one.products, other.products),
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
  return [
    command.productId === undefined ? { productId: productAt(deal, wholeId(command.dealId, command.lineId)) } : command,
  ];
};

const productAt = (deal: Deal, lineId: string): string | undefined =>
  deal.status === 'unknown' ? undefined : deal.terms.lines.find((line) => line.lineId === lineId)?.productId;
