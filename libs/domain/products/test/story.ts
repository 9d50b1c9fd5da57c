import { ProductAdded, ProductChanged, ProductReinstated, ProductWithdrawn } from '@annals/contracts-products';

export const productId = 'p-1';
const nothing = {
  taxClass: 'standard',
  ...{ nameZh: null, code: null, description: null, category: null, activeFrom: null },
  ...{ activeUntil: null, substitutes: [], bundle: [], attributes: {} },
} as const;

export const added = ProductAdded.event({ productId, name: 'Chai', unit: 'box', ...nothing });
export const addedAs = (said: object) => ProductAdded.event({ ...added.data, ...said });
export const other = (id: string, said: object = {}) => addedAs({ productId: id, name: id, ...said });
export const changed = (before: object, after: object) => ProductChanged.event({ productId, before, after });
export const withdrawn = ProductWithdrawn.event({ productId, from: '2026-03-01', reason: 'replaced' });
export const reinstated = ProductReinstated.event({ productId, reason: 'made again' });

export const add = { type: 'AddProduct', productId, name: 'Chai', unit: 'box' } as const;
export const change = (said: object) => ({ type: 'ChangeProduct', productId, ...said }) as const;
export const withdraw = { type: 'WithdrawProduct', productId, from: '2026-03-01', reason: 'replaced' } as const;
export const reinstate = { type: 'ReinstateProduct', productId, reason: 'made again' } as const;
