import { actsOn, type Caller } from './next-acts.js';
import type { Quote } from './quote-types.js';

const quote = (status: Quote['status']): Quote =>
  ({ status, preparedBy: { id: 'li.na' }, approval: { requestedBy: { id: 'wang.wei' } } }) as unknown as Quote;
const caller = (userId: string, more: Partial<Caller> = {}): Caller => ({
  ...{ userId, mayWrite: true, mayApprove: true },
  ...more,
});

it('has at most one main act for each status', () => {
  expect(actsOn(quote('draft'), caller('li.na')).main).toBe('SendQuote');
  expect(actsOn(quote('sent'), caller('li.na')).main).toBe('AcceptQuote');
  expect(actsOn(quote('accepted'), caller('li.na'))).toEqual({ more: [] });
});

it.each(['li.na', 'wang.wei'])('does not offer a decision to %s, who prepared it or asked', (userId) => {
  expect(actsOn(quote('awaiting-approval'), caller(userId)).main).toBeUndefined();
});

it('offers a decision to another user with the right', () => {
  const more = ['ReviseQuote', 'WithdrawQuote'];
  const acts = { main: 'ApproveQuote', second: 'RefuseQuoteApproval', more };
  expect(actsOn(quote('awaiting-approval'), caller('chen.jing'))).toEqual(acts);
  const approver = caller('chen.jing', { mayWrite: false });
  expect(actsOn(quote('awaiting-approval'), approver)).toEqual({ ...acts, more: [] });
});

it('offers nothing to those who only read', () => {
  expect(actsOn(quote('draft'), caller('he', { mayWrite: false, mayApprove: false }))).toEqual({ more: [] });
});
