import { chosen, Office } from '../test/office.js';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

let office: Office;
beforeEach(async () => {
  office = await Office.open({ signInLimit: 0 });
});
afterEach(() => office.close());

const guessTenTimes = async (name: string, address?: string) => {
  for (let count = 0; count < 10; count += 1) await office.signIn('wrong', name, address);
};

it('lets a user in whom a stranger tries to lock out', async () => {
  await office.session();
  for (const network of range(11)) await guessTenTimes('admin', `198.51.100.${network}`);
  expect(await office.signIn(chosen, 'admin', '198.51.100.99')).toMatchObject({ status: 429 });
  expect(await office.signIn(chosen)).toMatchObject({ status: 200 });
});

it('ends a lock by a reset of the password', async () => {
  const token = await office.signedIn();
  office.hire('ann');
  const issue = async () => (await office.ask('POST', 'users/ann/one-time-password', token)).body;
  await issue();
  await guessTenTimes('ann.name');
  expect(await office.signIn('wrong', 'ann.name')).toMatchObject({ status: 429, body: { code: 'TooManyAttempts' } });
  expect(await office.signIn((await issue()).oneTimePassword, 'ann.name')).toMatchObject({ status: 200 });
});

it('refuses sign-ins at once that would wait for many others', async () => {
  const tries = await Promise.all(range(55).map((each) => office.signIn('wrong', `user-${each}`, `192.0.2.${each}`)));
  const busy = tries.filter(({ status }) => status === 429);
  expect(busy.length).toBeGreaterThan(30);
  expect(busy[0]).toMatchObject({ body: { code: 'SignInBusy' }, headers: { 'retry-after': '2' } });
  expect(tries.filter(({ status }) => status === 401)).toHaveLength(55 - busy.length);
  expect(await office.signIn(office.oneTime)).toMatchObject({ status: 200 });
});

it('refuses a new password that is easy to guess, and says why', async () => {
  const { body } = await office.signIn(office.oneTime);
  expect(await office.change(body.token, office.oneTime, 'adminadminadmin')).toMatchObject({
    status: 422,
    body: { code: 'PasswordWeak', details: { field: 'newPassword', weakness: 'extendedRepeat' } },
  });
  expect(await office.change(body.token, office.oneTime, chosen)).toMatchObject({ status: 200 });
});

it('ends a one-time password that was not used for seven days', async () => {
  const token = await office.signedIn();
  office.hire('li');
  const { body } = await office.ask('POST', 'users/li/one-time-password', token);
  office.passDays(6);
  expect(await office.signIn(body.oneTimePassword, 'li.name')).toMatchObject({ status: 200 });
  office.passDays(2);
  const expired = { status: 401, body: { code: 'OneTimePasswordExpired' } };
  expect(await office.signIn(body.oneTimePassword, 'li.name')).toMatchObject(expired);
  expect(await office.signIn('wrong', 'li.name')).toMatchObject({ body: { code: 'WrongNameOrPassword' } });
});
