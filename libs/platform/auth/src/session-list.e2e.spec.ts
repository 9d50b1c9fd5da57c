import { chosen, Office } from '../test/office.js';
import { parts } from './secret.js';

let office: Office;
beforeEach(async () => (office = await Office.open()));
afterEach(() => office.close());

const me = (token: string) => office.ask('GET', 'me', token);
const refused = { status: 401, body: { code: 'RefreshTokenNotGood' } };

describe('the list of the sessions of a user', () => {
  const list = async (token: string) =>
    (await office.ask('GET', 'me/sessions', token)).body.items as unknown as Entry[];
  type Entry = { sessionId: string; current: boolean; openedFrom: string; refreshedAt: string | null };

  it('says since when and from where each goes on, newest first, and which is this one', async () => {
    const first = await office.session();
    office.passDays(1);
    const { body: second } = await office.signIn(chosen, 'admin', '198.51.100.7');
    office.passDays(1);
    const { body: refreshed } = await office.refresh(first.refreshToken);
    expect(await list(refreshed.token)).toMatchObject([
      { openedAt: '2026-01-06T09:00:00.000Z', openedFrom: '198.51.100.7', refreshedAt: null, current: false },
      { openedAt: '2026-01-05T09:00:00.000Z', refreshedAt: '2026-01-07T09:00:00.000Z', current: true },
    ]);
    expect(JSON.stringify(await list(refreshed.token))).not.toContain(parts('annr', second.refreshToken)!.secret);
  });

  it('lets its user end one of them, and no session of others', async () => {
    const [one, other] = [await office.session(), (await office.signIn(chosen)).body];
    const ended = (await list(one.token)).find(({ current }) => !current)!;
    const end = () => office.ask('POST', `me/sessions/${ended.sessionId}/end`, one.token);
    expect(await end()).toMatchObject({ status: 204 });
    expect([await me(other.token), await office.refresh(other.refreshToken)]).toMatchObject([{ status: 401 }, refused]);
    expect(await me(one.token)).toMatchObject({ status: 200 });
    expect(await end()).toMatchObject({ status: 404, body: { code: 'SessionNotFound' } });

    office.hire('li', 'sales');
    const { body: given } = await office.ask('POST', 'users/li/one-time-password', one.token);
    const { body: once } = await office.signIn(given.oneTimePassword, 'li.name');
    const { body: li } = await office.change(once.token, given.oneTimePassword, chosen);
    const [own] = await list(one.token);
    const foreign = await office.ask('POST', `me/sessions/${own!.sessionId}/end`, li.token);
    expect(foreign).toMatchObject({ status: 404, body: { code: 'SessionNotFound' } });
    expect(await list(li.token)).toMatchObject([{ current: true }]);
  });
});
