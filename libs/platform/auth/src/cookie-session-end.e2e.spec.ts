import { Cookies, OWN, setIn } from '../test/cookies.js';
import { chosen, Office } from '../test/office.js';

let office: Office;
let cookies: Cookies;
beforeEach(async () => {
  office = await Office.open();
  cookies = new Cookies(office);
});
afterEach(() => office.close());

const gone = { status: 401, body: { code: 'NotAuthenticated' } };

it('ends by signing out, and the browser forgets it', async () => {
  const cookie = await cookies.opened();
  const reply = await office.send('DELETE', 'session', { cookie, ...OWN });
  expect(setIn(reply)).toMatch(/^annals=; Path=\/; Max-Age=0/);
  expect(await cookies.me(cookie)).toMatchObject(gone);
});

it('ends with all sessions', async () => {
  const cookie = await cookies.opened();
  await office.send('DELETE', 'session/all', { cookie, ...OWN });
  expect(await cookies.me(cookie)).toMatchObject(gone);
});

it('ends by a change of the password elsewhere', async () => {
  const cookie = await cookies.opened();
  const { body } = await office.signIn(chosen);
  await office.change(body.token, chosen, `${chosen} staple`);
  expect(await cookies.me(cookie)).toMatchObject(gone);
});

it('ends by a new one-time password', async () => {
  const cookie = await cookies.opened();
  const { body } = await office.signIn(chosen);
  office.hire('admin', 'administrator');
  await office.ask('POST', 'users/admin/one-time-password', body.token, {});
  expect(await cookies.me(cookie)).toMatchObject(gone);
});

it('ends when the user is deactivated', async () => {
  const cookie = await cookies.opened();
  office.hire('admin', 'administrator');
  office.staff.people.set('admin', { ...office.staff.people.get('admin')!, active: false });
  expect(await cookies.me(cookie)).toMatchObject(gone);
});

it('ends thirty days after it was last used', async () => {
  const cookie = await cookies.opened();
  office.passDays(20);
  expect(await cookies.me(cookie)).toMatchObject({ status: 200 });
  office.passDays(29);
  expect(await cookies.me(cookie)).toMatchObject({ status: 200 });
  office.passDays(30);
  expect(await cookies.me(cookie)).toMatchObject(gone);
});

it('ends 180 days after the sign-in, however often it is used', async () => {
  const cookie = await cookies.opened();
  for (let days = 0; days < 160; days += 20) {
    office.passDays(20);
    expect(await cookies.me(cookie)).toMatchObject({ status: 200 });
  }
  office.passDays(20);
  expect(await cookies.me(cookie)).toMatchObject(gone);
});
