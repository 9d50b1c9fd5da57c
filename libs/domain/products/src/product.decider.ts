import {
  CATALOGUE,
  knownProduct,
  ProductAdded,
  ProductChanged,
  ProductReinstated,
  productStream,
  ProductWithdrawn,
  someEntry,
  type Entry,
  type EntryChange,
  type KnownProduct,
  type ProductEvent,
} from '@annals/contracts-products';
import { changeOf, membersOf, saidOf, sameContent } from '@annals/contracts-values';
import type { Decider, Of } from '@annals/event-sourcing';
import { folded } from '@annals/text';
import { around, expectNamed, type Others } from './product.around.js';
import { expectAfter, known } from './product.guards.js';
import { priceRules } from './product.prices.js';
import { productProblems } from './product.problems.js';
import type { ProductCommand } from './product.types.js';

const { reject } = productProblems;

type Known = NonNullable<KnownProduct>;

const NOTHING = {
  taxClass: 'standard',
  ...{ nameZh: null, code: null, description: null, category: null },
  ...{ activeFrom: null, activeUntil: null, substitutes: [], bundle: [], attributes: {} },
} as const;

export const product: Decider<ProductCommand, KnownProduct, ProductEvent, Others> = {
  stream: ({ productId }) => productStream(productId),
  subject: () => CATALOGUE,
  ...knownProduct,
  context: around,
  identifiers: (product) =>
    product?.entry.code ? [{ kind: 'productCode', field: 'code', value: folded(product.entry.code) }] : [],

  updates: {
    AddProduct: (command, product) => {
      const { productId, ...given } = { ...command, ...said(command) };
      const fields = membersOf(someEntry.shape, given) as EntryChange;
      return changeOf(known(product, productId).entry, fields)
        ? { type: 'ChangeProduct', fields: { productId, ...fields } }
        : undefined;
    },
  },

  decide: {
    ...priceRules,

    AddProduct: (command, product, _, others) => {
      const { productId } = command;
      const entry = { ...NOTHING, ...said(command) } as Entry;
      const added = ProductAdded.event({ productId, ...entry });
      if (product) return sameContent(product.added, added.data) ? [] : reject('ProductAlreadyAdded', { productId });
      expectSound(productId, entry, entry, others);
      return [added];
    },

    ChangeProduct: (command, product, at, others) => {
      const { productId } = command;
      const { entry, changedAt } = known(product, productId);
      const change = changeOf(entry, said(command));
      if (!change) return [];
      expectAfter(command, at, { by: 'change', at: changedAt });
      const after = change.after as EntryChange;
      expectSound(productId, { ...entry, ...after } as Entry, after, others);
      return [ProductChanged.event({ productId, before: change.before, after })];
    },

    WithdrawProduct: (command, product, at) => {
      const { productId, from, reason } = command;
      const { withdrawal, changedAt } = known(product, productId);
      if (withdrawal) return silentIf(withdrawal, { from, reason }, productId);
      expectAfter(command, at, { by: 'change', at: changedAt });
      return [ProductWithdrawn.event({ productId, from, reason })];
    },

    ReinstateProduct: (command, product, at) => {
      const { productId, reason } = command;
      const { withdrawal, reinstatement, changedAt } = known(product, productId);
      if (!withdrawal) return reinstatement === reason ? [] : reject('ProductNotWithdrawn', { productId });
      expectAfter(command, at, { by: 'change', at: changedAt });
      return [ProductReinstated.event({ productId, reason })];
    },
  },
};

/** What a command says of the product. */
const said = (command: Of<ProductCommand, 'AddProduct' | 'ChangeProduct'>): EntryChange =>
  saidOf(someEntry.shape, command);

/** Rejects days in the wrong order, and what `given` names and cannot be named. */
const expectSound = (productId: string, { activeFrom, activeUntil }: Entry, given: EntryChange, others: Others) => {
  if (activeFrom && activeUntil && activeUntil < activeFrom)
    reject('ProductOffersReversed', { activeFrom, activeUntil });
  const { substitutes = [], bundle = [] } = given;
  expectNamed(productId, { substitutes, bundle }, others);
};

const silentIf = (known: NonNullable<Known['withdrawal']>, said: typeof known, productId: string) =>
  sameContent(known, said) ? [] : reject('ProductAlreadyWithdrawn', { productId, from: known.from });
