import { useEffect } from 'react';
import { useAddress } from '../../design/use-address.js';
import { withParam } from '../../design/with-param.js';

/** What was known at a moment, or what was true. */
export type Axis = 'recorded' | 'occurred';

/** The moment that is shown, and the one that it is compared with, as the address says. */
export type Moment = {
  /** An instant or a day; `undefined` for now. */
  readonly asOf: string | undefined;
  readonly axis: Axis;
  /** The earlier of two moments that are compared. */
  readonly compare: string | undefined;
  readonly go: (asOf: string | undefined) => void;
  readonly turn: (axis: Axis) => void;
  readonly compareWith: (moment: string | undefined) => void;
};

export const useMoment = (): Moment => {
  const [params, setParams] = useAddress();
  const set = (name: string, value: string | undefined) => setParams((before) => withParam(before, name, value));
  const asOf = params.get('asOf') ?? undefined;
  const compare = params.get('compare') ?? undefined;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (asOf !== undefined) dataset['asof'] = asOf;
    else delete dataset['asof'];
    return () => {
      delete dataset['asof'];
    };
  }, [asOf]);
  return {
    ...{ asOf, compare, axis: params.get('axis') === 'recorded' ? 'recorded' : 'occurred' },
    go: (moment) => set('asOf', moment),
    turn: (axis) => set('axis', axis === 'recorded' ? axis : undefined),
    compareWith: (moment) => set('compare', moment),
  };
};
