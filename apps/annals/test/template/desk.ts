import type * as product from '@annals/composition';
import { encodeConsistencyToken } from '@annals/http';
import { openStaffed } from '../staffed.js';

/** Who asks, the representative of the service desk unless said, and in which language. */
type Asking = { readonly as?: string; readonly language?: 'en' | 'zh' };

export type Body = Readonly<Record<string, unknown>>;

/** All of it was long ago, so that nothing depends on today. */
export const when = { occurredAt: '2025-03-03T09:00:00Z' };
export const loan = { ...when, customerId: 'own-service', device: 'router', dueOn: '2025-03-05' };

export type Desk = ReturnType<typeof openDesk>;

/**
 * All of Annals with one more slice, as people with roles see it, from the first test of a spec to the last. A device may be
 * lent for a week. A read sees all that was written before.
 */
export const openDesk = (composition: typeof product) => {
  let annals: Awaited<ReturnType<typeof openStaffed>>;
  beforeAll(async () => {
    annals = await openStaffed(['sales', 'service', 'auditor', 'analyst', 'marketing'], composition, {
      LOAN_DAYS: '7',
    });
  });
  afterAll(() => annals.app.close());

  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    payload: object,
    { as = 'service', language = 'en' }: Asking,
  ) => {
    const fresh = method === 'GET' ? { 'consistency-token': encodeConsistencyToken(await annals.log.head()) } : {};
    const answer = await annals.ask(as, method, `/v1/${path}`, payload, { ...fresh, 'accept-language': language });
    return { ...answer, body: answer.body as Body };
  };
  return {
    app: () => annals.app,
    log: () => annals.log,
    post: (path: string, payload: object, asking: Asking = {}) => ask('POST', path, payload, asking),
    get: (path: string, as?: string) => ask('GET', path, {}, as === undefined ? {} : { as }),
  };
};
