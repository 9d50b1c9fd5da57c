import { ORGANISATION, RolesGranted, UserDeactivated, UserReactivated } from '@annals/contracts-organisation';
import { TaskCancelled, TaskPlanned } from '@annals/contracts-tasks';
import type { Event } from '@annals/event-sourcing';
import { openDesk } from '../../test/desk.js';
import { caller, customer, own, staff } from '../../test/staff.js';
import type { CalendarAddress, OwnCalendar } from '../index.js';

const DAY = 86_400_000; // ms
const about = (subject: string, event: Event) => ({ ...event, subject });
const planned = (taskId: string, days: number, parts: object = {}) =>
  about(
    'u-1',
    TaskPlanned.event({
      ...{ taskId, customerId: 'u-1', kind: 'call', subject: taskId, assignee: { id: 'ann' } },
      dueAt: new Date(Date.now() + days * DAY).toISOString(),
      ...parts,
    }),
  );

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
  await desk.record(
    ...staff,
    customer('u-1', '海澜水泵'),
    own('u-1', 'ann'),
    ...[planned('soon', 1), planned('gone', -2), planned('past', -100), planned('far', 400)],
    planned('bobs', 1, { assignee: { id: 'bob' } }),
    about('u-1', TaskCancelled.event({ taskId: 'gone', customerId: 'u-1', reason: 'moved' })),
  );
});
afterEach(() => desk.close());

const send = (method: 'GET' | 'POST' | 'DELETE', url: string, id: string, language = 'en') =>
  desk.app.inject({ method, url, headers: { caller: JSON.stringify(caller(id)), 'accept-language': language } });
const created = async (id = 'ann', language = 'en') =>
  (await send('POST', '/v1/me/calendar', id, language)).json<CalendarAddress>().path;
const createdAt = async (id = 'ann') => (await send('GET', '/v1/me/calendar', id)).json<OwnCalendar>().createdAt;
const read = (url: string, headers: object = {}) =>
  desk.app.inject({ url, headers: { host: 'crm.example', ...headers } });
const summariesIn = (text: string) => [...text.matchAll(/SUMMARY:(.*)\r\n/g)].map(([, summary]) => summary);

it('shows the tasks of its user from 90 days ago to a year ahead, at an address that needs no sign-in', async () => {
  await desk.get('/v1/tasks'); // waits for the views
  expect(await createdAt()).toBeNull();
  const path = await created('ann', 'zh');
  const { statusCode, headers, body } = await read(path);
  expect({ statusCode, type: headers['content-type'] }).toEqual({
    statusCode: 200,
    type: 'text/calendar; charset=utf-8',
  });
  expect(summariesIn(body)).toEqual(['gone', 'soon']);
  expect(body).toMatch(/STATUS:CANCELLED[^]*DESCRIPTION:致电\\n海澜水泵[^]*crm\.example\/customers\/u-1/);
  expect(await createdAt()).not.toBeNull();
  const again = await read(path, { 'if-none-match': headers.etag });
  expect({ ...again, statusCode: again.statusCode }).toMatchObject({ statusCode: 304, body: '' });
});

it('stores no more than a hash of the secret', async () => {
  const path = await created();
  const stored = JSON.stringify(await desk.records.list('calendar', { limit: 10 }));
  expect(stored).not.toContain(/_([\w-]{43})\.ics$/.exec(path)![1]);
});

it('has one address, which is replaced and revoked', async () => {
  const [first, second] = [await created(), await created()];
  expect((await read(first)).statusCode).toBe(404);
  expect((await read(second)).statusCode).toBe(200);
  expect((await read(second.replace(/[\w-]{43}\.ics/, `${'A'.repeat(43)}.ics`))).statusCode).toBe(404);
  expect((await read(second.replace('.ics', ''))).json()).toMatchObject({ code: 'CalendarNotFound' });
  const revoked = async () => (await send('DELETE', '/v1/me/calendar', 'ann')).statusCode;
  expect([await revoked(), await revoked()]).toEqual([204, 204]);
  expect((await read(second)).statusCode).toBe(404);
});

it('ends when its user leaves, and stays ended when the user returns', async () => {
  const path = await created();
  const told = (event: Event) => desk.record(about(ORGANISATION, event));
  await told(UserDeactivated.event({ userId: 'ann', reason: 'left' }));
  await desk.get('/v1/tasks');
  expect((await read(path)).statusCode).toBe(404);
  await told(UserReactivated.event({ userId: 'ann', reason: 'back' }));
  await desk.get('/v1/tasks');
  expect((await read(path)).statusCode).toBe(404);
});

it('ends when its user may see no tasks any more', async () => {
  const path = await created();
  expect((await read(path)).statusCode).toBe(200);
  await desk.record(about(ORGANISATION, RolesGranted.event({ userId: 'ann', before: ['sales'], after: [] })));
  await desk.get('/v1/tasks');
  expect((await read(path)).statusCode).toBe(404);
});
