import { Office } from '../test/office.js';

let office: Office;
beforeEach(async () => (office = await Office.open()));
afterEach(() => office.close());

it('ends 180 days after the sign-in, however often it is refreshed', async () => {
  let { refreshToken } = await office.session();
  for (let days = 0; days < 160; days += 20) {
    office.passDays(20);
    ({ refreshToken } = (await office.refresh(refreshToken)).body);
  }
  office.passDays(19);
  const { status, body } = await office.refresh(refreshToken);
  expect(status).toBe(200);
  office.passDays(1);
  expect(await office.refresh(body.refreshToken)).toMatchObject({ status: 401, body: { code: 'RefreshTokenNotGood' } });
});
