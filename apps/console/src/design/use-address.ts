import { useSearchParams, type SetURLSearchParams } from 'react-router';

type Change = Parameters<SetURLSearchParams>[0];

/**
 * The search of the address, which holds the state of a page, and a change of it that adds no step to go back.
 * It is rendered at once: a box whose state waits for a transition springs back under a second click.
 */
export const useAddress = (): [URLSearchParams, (change: Change) => void] => {
  const [params, setParams] = useSearchParams();
  return [params, (change) => setParams(change, { replace: true, flushSync: true })];
};
