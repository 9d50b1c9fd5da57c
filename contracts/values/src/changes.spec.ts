import { Changes } from './index.js';

const none = Changes.none<{ readonly reason: string }>();

it('returns undefined for a field that was never changed', () => {
  expect(none.lastOf(['phone'])).toBeUndefined();
  expect(none.with(['phone'], { reason: 'call' }).lastOf(['email', 'fax'])).toBeUndefined();
});

it('returns the notes of the latest change of any of the fields', () => {
  const changes = none.with(['phone', 'email'], { reason: 'call' }).with(['phone'], { reason: 'letter' });
  expect(changes.lastOf(['email'])).toEqual({ reason: 'call' });
  expect(changes.lastOf(['phone', 'email'])).toEqual({ reason: 'letter' });
  expect(changes.lastOf(['email', 'phone', 'fax'])).toEqual({ reason: 'letter' });
});

it('never changes', () => {
  const changes = none.with(['phone'], { reason: 'call' });
  changes.with(['phone'], { reason: 'letter' });
  expect(changes.lastOf(['phone'])).toEqual({ reason: 'call' });
});
