import { originOf } from '@annals/http';
import type { PolicyRunner } from '@annals/projecting';
import { PATIENCE, until } from '@annals/testing';
import { openPassing } from '../test/passing.js';

let desk: Awaited<ReturnType<typeof openPassing>>;
let runners: PolicyRunner[] = [];
beforeEach(async () => {
  desk = await openPassing();
  runners = [];
  await desk.projector.start();
  for (const userId of ['anna', 'bo', 'max']) await send('AddUser', { userId, name: userId, displayName: userId });
});
afterEach(async () => {
  for (const runner of runners) await runner.stop();
  await desk.projector.stop();
  await desk.app.close();
});

let count = 0;

/** When leads are recorded, which is before the clock of the tests. */
let now = '2026-01-05T09:00:00.000Z';
const send = (type: string, fields: object) =>
  desk.execute(type, fields, originOf({ commandId: `command-${(count += 1)}` }, 'admin'));

const run = async (most = Infinity) => {
  let sent = 0;
  const runner = desk.runner(async (draft, origin) => {
    if ((sent += 1) > most) throw new Error('The process is killed.');
    const dated = draft.type === 'RouteLead' ? { occurredAt: now } : {};
    return desk.execute(draft.type, { ...draft.fields, ...dated }, { ...origin, ...dated });
  });
  runners.push(runner);
  await runner.start();
  return runner;
};

const member = (userId: string) => ({ userId, capacity: 1, awayUntil: null });
const rule = {
  ...{ ruleId: 'r-1', name: 'Web', sources: ['web-form'], members: [member('anna'), member('bo')] },
  ...{ respondWithin: 60, reassignments: 1, escalateTo: 'max' },
};
const isNoted = () => until(async () => (await desk.log.read('leadrouting-company')).length === 1);
const capture = (leadId: string, more: object = {}) =>
  send('CaptureLead', { leadId, source: 'web-form', name: '王芳', occurredAt: '2026-01-05T08:00:00.000Z', ...more });

type Assigned = { readonly owner: { readonly id: string }; readonly respondBy?: string };
const assignedTo = async (leadId: string) =>
  (await desk.log.read(`lead-${leadId}`))
    .filter(({ type }) => type === 'LeadAssigned')
    .map(({ data }) => data as Assigned);
const isAssigned = (leadId: string, times = 1) => until(async () => (await assignedTo(leadId)).length === times);
const owners = async (leadId: string) => (await assignedTo(leadId)).map(({ owner }) => owner.id);

/** The clock after the time to answer. */
const late = async (runner: PolicyRunner, leadId: string) => {
  const { respondBy } = (await assignedTo(leadId)).at(-1)!;
  now = new Date(Date.parse(respondBy!) + 60_000).toISOString();
  await runner.meetDeadlines(new Date(now), PATIENCE);
};

it('leads that arrive at once are assigned in turn, and those with an owner or of no rule are not', async () => {
  await send('AddLeadRule', rule);
  await run();
  await isNoted();
  await Promise.all(['1', '2', '3', '4'].map((leadId) => capture(leadId)));
  await capture('5', { owner: { id: 'max' } });
  await capture('6', { source: 'phone' });
  await until(async () => (await desk.log.read('leadrouting-company')).length === 5);
  for (const leadId of ['1', '2', '3', '4']) await isAssigned(leadId);
  const all = (await Promise.all(['1', '2', '3', '4'].map(owners))).flat();
  expect(all.toSorted()).toEqual(['anna', 'anna', 'bo', 'bo']);
  expect(await Promise.all(['5', '6'].map(owners))).toEqual([[], []]);
});

it('a lead that is not answered passes to the next user and then to the manager, and one that is answered stays', async () => {
  await send('AddLeadRule', rule);
  const runner = await run();
  await isNoted();
  await capture('1');
  await capture('2');
  await Promise.all(['1', '2'].map((leadId) => isAssigned(leadId)));
  const [[first], [second]] = await Promise.all([owners('1'), owners('2')]);
  const contact = {
    contactId: 'ct',
    channel: 'phone',
    reached: true,
    contactedBy: { id: second! },
    occurredAt: '2026-01-05T09:01:00.000Z',
  };
  await send('ContactLead', { leadId: '2', ...contact });
  await late(runner, '1');
  await isAssigned('1', 2);
  await late(runner, '1');
  await isAssigned('1', 3);
  expect(await owners('1')).toEqual([first, second, 'max']);
  expect((await assignedTo('1')).at(-1)).not.toHaveProperty('respondBy');
  expect(await owners('2')).toEqual([second]);
});

it('assigns a lead once when the process is killed between the choice and the assignment', async () => {
  await send('AddLeadRule', rule);
  const killed = await run(2);
  await isNoted();
  await capture('1');
  await until(async () => (await desk.log.read('leadrouting-company')).length === 2);
  await killed.stop();
  expect(await owners('1')).toEqual([]);
  await run();
  await isAssigned('1');
  expect((await desk.log.read('leadrouting-company')).map(({ type }) => type)).toEqual(['LeadRuleNoted', 'LeadRouted']);
});

it('assigns a lead by a rule that was added just before it', async () => {
  await run();
  const sources = ['web-form', 'fair', 'phone', 'partner'];
  for (const source of sources) {
    const lasting = { ...rule, ruleId: source, sources: [source], members: [member('anna')], respondWithin: null };
    await send('AddLeadRule', lasting);
    await capture(source, { source });
  }
  for (const source of sources) await isAssigned(source);
});

it('counts a lead that was taken or ended before a rule chose as ended', async () => {
  await send('AddLeadRule', rule);
  await capture('1');
  await send('AssignLead', { leadId: '1', owner: { id: 'max' }, occurredAt: '2026-01-05T08:01:00.000Z' });
  await capture('2');
  await send('DisqualifyLead', { leadId: '2', reason: 'budget', occurredAt: '2026-01-05T08:01:00.000Z' });
  await run();
  const routing = async () =>
    (await desk.log.read('leadrouting-company')).map(({ type, data }) => [type, (data as { leadId?: string }).leadId]);
  await until(async () => (await routing()).length === 5);
  expect(await routing()).toEqual([
    ['LeadRuleNoted', undefined],
    ...['1', '2'].flatMap((leadId) => [
      ['LeadRouted', leadId],
      ['LeadReleased', leadId],
    ]),
  ]);
  expect(await Promise.all(['1', '2'].map(owners))).toEqual([['max'], []]);
});
