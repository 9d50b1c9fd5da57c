import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.js';
import { searchPage } from '../../../api/list.js';
import { useDebounced } from '../../../design/list/use-debounced.js';
import { useMay } from '../../../session/use-session.js';
import type { Product } from '../../products/name-of.js';

const MOST = 6; // products that are offered

/** The first products on sale today by name or code; none until something is typed. */
export const useFoundProducts = (words: string, isWanted: boolean): readonly Product[] => {
  const [may, typed] = [useMay(), words.trim()];
  const q = useDebounced(typed);
  const { data } = useQuery({
    queryKey: ['products', 'found', q],
    queryFn: ({ signal }) => searchPage<Product>('/v1/products', { q, onSale: true, limit: MOST }, signal),
    enabled: isWanted && q !== '' && may('products.read'),
    placeholderData: keepPreviousData,
  });
  return typed === '' ? [] : (data?.items ?? []);
};

type Asked = { readonly productId?: string | undefined; readonly currency: string; readonly quantity: string };

const QUANTITY = /^\d{1,15}(\.\d{1,8})?$/;

/** The list price of a product today; `null` if no list has one, `undefined` while it is not known. */
export const usePriceOfDay = ({ productId, currency, quantity }: Asked): string | null | undefined => {
  const may = useMay();
  const isAsked = productId !== undefined && /^[A-Z]{3}$/.test(currency) && QUANTITY.test(quantity);
  const { data } = useQuery({
    queryKey: ['product', productId, 'price', currency, quantity],
    queryFn: ({ signal }) => {
      const params = { path: { productId: productId! }, query: { currency, quantity } };
      return answerOf(api.GET('/v1/products/{productId}/price', { params, signal }));
    },
    enabled: isAsked && may('products.read'),
    retry: false,
  });
  return data && (data.listPrice?.unitPrice.amount ?? null);
};
