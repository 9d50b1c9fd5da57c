import { MemoryRecordStore } from '@annals/store-memory';
import { Staff } from '../../test/desk.js';
import { Drafts } from './drafts.js';

const DAYS = 14;
const FORM = 'MakeContact~acme';
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

let records: MemoryRecordStore;
let drafts: Drafts;
let staff: Staff;
let now: Date;
beforeEach(() => {
  now = new Date('2026-01-05T09:00:00Z');
  [records, staff] = [new MemoryRecordStore(), new Staff()];
  drafts = new Drafts({ records, days: DAYS, now: () => now });
});

const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));
const passDays = (days: number) => pass(days * 24 * 60);
const saved = (userId: string, form = FORM, summary = 'x') =>
  drafts.save(userId, form, { values: { summary }, revision: null });
const idsOf = async () => (await records.list('draft', { limit: 1_000 })).map(({ id }) => id);

it('returns what was saved last, and until when it is kept', async () => {
  await saved('li', FORM, 'first');
  pass(1);
  const entered = { values: { summary: '王芳', value: { amount: '1.', currency: null } }, revision: 3 };
  const draft = await drafts.save('li', FORM, entered);
  expect(draft).toEqual({
    ...{ form: FORM, ...entered },
    ...{ savedAt: '2026-01-05T09:01:00.000Z', expiresAt: '2026-01-19T09:01:00.000Z' },
  });
  expect(await drafts.find('li', FORM)).toEqual(draft);
});

it('keeps the drafts of users and of forms apart', async () => {
  await saved('li');
  await saved('li/MakeContact~acme', 'x');
  expect(await drafts.find('wang', FORM)).toBeNull();
  expect(await drafts.find('li', 'MakeContact~other')).toBeNull();
  expect(await drafts.find('li/MakeContact~acme', FORM)).toBeNull();
  await drafts.delete('wang', FORM);
  expect(await drafts.find('li', FORM)).not.toBeNull();
});

it('deletes a draft once, and lets it be saved again', async () => {
  await saved('li');
  await drafts.delete('li', FORM);
  await drafts.delete('li', FORM);
  expect(await drafts.find('li', FORM)).toBeNull();
  expect(await saved('li')).toMatchObject({ form: FORM });
});

it('shows no draft that has expired, and sweeps it', async () => {
  await saved('li');
  passDays(DAYS - 1);
  await saved('wang');
  await drafts.sweep(staff);
  expect(await idsOf()).toEqual([`li/${FORM}`, `wang/${FORM}`]);
  passDays(1);
  expect(await drafts.find('li', FORM)).toBeNull();
  await drafts.sweep(staff);
  expect(await idsOf()).toEqual([`wang/${FORM}`]);
});

it('sweeps the drafts of a user who was deactivated, and keeps those of users whom the organisation does not know', async () => {
  for (const userId of ['li', 'wang', 'of-oidc']) await saved(userId);
  staff.people.set('li', { id: 'li', name: 'li', roles: [], active: true });
  staff.people.set('wang', { id: 'wang', name: 'wang', roles: [], active: false });
  await drafts.sweep(staff);
  expect(await idsOf()).toEqual([`li/${FORM}`, `of-oidc/${FORM}`]);
});

it('stops sweeping when the process ends', async () => {
  await saved('li');
  passDays(DAYS);
  await drafts.sweep(staff, () => true);
  expect(await idsOf()).toEqual([`li/${FORM}`]);
});

it('deletes the oldest draft of a user with the 51st, and no draft of others', async () => {
  await saved('ann');
  for (const index of range(50)) {
    await saved('li', `MakeContact~c-${index}`);
    pass(1);
  }
  await saved('li', 'MakeContact~c-0');
  pass(1);
  await saved('li', 'OpenDeal~c-0');
  expect(await drafts.find('li', 'MakeContact~c-1')).toBeNull();
  expect(await drafts.find('li', 'MakeContact~c-0')).not.toBeNull();
  expect(await idsOf()).toHaveLength(51);
});

it('keeps the last of several that are saved at once', async () => {
  const all = range(5).map((index) => `${index}`);
  await Promise.all(all.map((summary) => saved('li', FORM, summary)));
  const draft = await drafts.find('li', FORM);
  expect(all).toContain(draft!.values['summary']);
  expect(await idsOf()).toHaveLength(1);
});
