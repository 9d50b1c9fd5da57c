import { openStaffed } from './staffed.js';

let annals: Awaited<ReturnType<typeof openStaffed>>;
beforeAll(async () => (annals = await openStaffed(['administrator'])));
afterAll(() => annals.app.close());

let token = '';

const post = async (path: string, body: object, tag?: string) => {
  const headers = tag === undefined ? {} : { 'if-match': tag };
  const answer = await annals.ask('administrator', 'POST', `/v1/${path}`, body, headers);
  token = (answer.headers['consistency-token'] as string | undefined) ?? token;
  return answer.status;
};

const read = async (path: string) => {
  const { headers, body } = await annals.ask('administrator', 'GET', `/v1/${path}`, {}, { 'consistency-token': token });
  return { tag: headers['etag'] as string, body };
};

it('changes a user or the roles of a user, unless just these have changed since they were read', async () => {
  await post('users', { userId: 'yu', name: 'yu', displayName: 'Yu' });
  const { tag, body } = await read('users/yu');
  expect(body).toMatchObject({ revision: 0, accessRevision: -1 });
  expect(await post('users/yu/grant-roles', { roles: ['sales'] }, tag)).toBe(200);
  expect(await post('users/yu/grant-roles', { roles: ['auditor'] }, tag)).toBe(412);
  expect(await post('users/yu/change-details', { displayName: 'Yu Li' }, tag)).toBe(200);
  expect(await post('users/yu/change-details', { displayName: 'Yu Wei' }, tag)).toBe(412);
});

it('changes a unit, whatever has happened to others since it was read', async () => {
  const regions = 'organisation/regions';
  for (const regionId of ['north', 'south']) await post(regions, { regionId, name: regionId });
  const { tag } = await read(`${regions}/north`);
  await post(`${regions}/south/rename`, { name: '南方' });
  expect(await post(`${regions}/north/rename`, { name: '北方' }, tag)).toBe(200);
  expect(await post(`${regions}/north/rename`, { name: '华北' }, tag)).toBe(412);
});
