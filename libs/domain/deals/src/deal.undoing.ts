import type { DealEvent, DealTerms } from '@annals/contracts-deals';
import { pick, sameContent } from '@annals/contracts-values';
import type { Undoing } from '@annals/event-sourcing';
import type { Deal } from './deal.state.js';

/** The value of a deal with lines follows from them. */
const given = ({ lines, value, ...terms }: Partial<DealTerms>) => ({
  ...terms,
  ...(value && !lines ? { value } : {}),
  ...(lines && {
    lines: lines.map(({ net: _, listPrice: __, ...line }) => line),
    ...(lines.length === 0 && value ? { value } : {}),
  }),
});

export const undoing: Undoing<Deal, DealEvent> = {
  withdrawn: 'DealWithdrawn',
  withdraw: (deal) =>
    deal.status === 'unknown' ? undefined : { type: 'WithdrawDeal', fields: { dealId: deal.opened.dealId } },
  goesWithIt: () => true,
  changeBack: {
    DealChanged: ({ dealId, before, after }, deal) => {
      if (deal.status === 'unknown') return undefined;
      const names = Object.keys(after) as (keyof DealTerms)[];
      const left = names.filter((name) => sameContent(deal.terms[name], after[name]));
      const terms = pick(before, left) as Partial<DealTerms>;
      const partly = left.length < names.length;
      return left.length > 0 ? { type: 'ChangeDeal', fields: { dealId, ...given(terms) }, partly } : undefined;
    },
  },
};
