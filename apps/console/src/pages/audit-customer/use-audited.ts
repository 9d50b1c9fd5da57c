import { useParams } from 'react-router';
import { useAddress } from '../../design/use-address.js';

/** The customer of the address, and one value of its search. */
export const useAudited = () => {
  const { customerId = '' } = useParams();
  const [params, setParams] = useAddress();
  const set = (values: Readonly<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) next.delete(name);
      else next.set(name, value);
    }
    setParams(next);
  };
  const axis = params.get('axis') === 'occurred' ? ('occurred' as const) : ('recorded' as const);
  return { customerId, params, set, axis };
};
