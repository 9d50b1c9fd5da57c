import { configurationOf } from '@annals/composition';
import { Views } from '@annals/projecting';
import { openDesk } from '../../test/desk.js';
import { customer } from '../../test/staff.js';
import { customersByCode } from './by-code.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(customer('u-1', 'Alfreds', { code: 'ALFKI' }), customer('u-2', 'Blauer See'));
  await desk.record(customer('u-3', 'One', { code: 'TWICE' }), customer('u-4', 'Two', { code: 'twice' }));
});
afterAll(() => desk.close());

it.each([
  ['ALFKI', ['u-1']],
  ['ａｌｆｋｉ', ['u-1']],
  ['ALFK', []],
  ['twice', ['u-3', 'u-4']],
])('finds by %s the customers %j', async (code, expected) => {
  const configuration = configurationOf({});
  const fresh = { position: await desk.log.head() };
  const { value, stale } = await customersByCode(desk.app.get(Views), configuration, code, fresh);
  expect({ found: value.toSorted(), stale }).toEqual({ found: expected, stale: false });
});
