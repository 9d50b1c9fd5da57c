import { useQuery } from '@tanstack/react-query';
import { searchPage } from '../../api/list.js';
import type { Field } from '../../api/catalogue.js';
import { useMay } from '../../session/use-session.js';
import type { Product } from '../products/name-of.js';

const PRODUCTS = '/v1/products';
const MOST = 1_000; // products that are offered

/** The products that are on sale today, as values of a field; `undefined` where there are none, or before they are read. */
export const useOffered = (isWanted: boolean): Partial<Field> | undefined => {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['products', 'offered'],
    queryFn: ({ signal }) => searchPage<Product>(PRODUCTS, { onSale: true, sort: 'name', limit: MOST }, signal),
    enabled: isWanted && may('products.read'),
  });
  if (!data || data.items.length === 0) return undefined;
  return {
    kind: 'choice',
    values: data.items.map(({ productId, name, nameZh, code }) => {
      const ending = code ? ` (${code})` : '';
      return { value: productId, en: `${name}${ending}`, zh: `${nameZh ?? name}${ending}` };
    }),
  };
};
