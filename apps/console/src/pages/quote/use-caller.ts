import { useMay, useSession } from '../../session/use-session.js';
import type { Caller } from './next-acts.js';

/** Who acts on quotes, and what the caller may do. */
export const useCaller = (): Caller => {
  const [may, { userId }] = [useMay(), useSession()];
  return { userId, mayWrite: may('quotes.write'), mayApprove: may('quotes.approve') };
};
