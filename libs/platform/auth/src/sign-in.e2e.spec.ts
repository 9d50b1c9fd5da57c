import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { chosen, Office } from '../test/office.js';
import { BreachedPasswords } from './breached-passwords.js';
import { passwordsUnderWay } from './password.js';

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

it('answers others while passwords are checked', async () => {
  const costly = await Office.open({ signInLimit: 0, passwordCost: { N: 2 ** 15, r: 8, p: 1 } });
  try {
    const { token } = (await costly.signIn(costly.oneTime)).body;
    let checked = 0;
    const tries = range(12).map((each) =>
      costly.signIn('wrong', `user-${each}`, `192.0.2.${each}`).finally(() => (checked += 1)),
    );
    while (passwordsUnderWay() < 2 && checked < tries.length) await turn();
    expect(await costly.ask('GET', 'me', token)).toMatchObject({ status: 403 });
    expect([passwordsUnderWay(), checked < tries.length]).toEqual([2, true]);
    await Promise.all(tries);
  } finally {
    await costly.close();
  }
});

describe('a list of breached passwords', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-breached-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const digestOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();

  /** A file of 2,000 passwords and a strong one. */
  const listed = (name: string, lineEnd = '\n') => {
    const passwords = [chosen, ...range(2_000).map((each) => `password ${each}`)];
    const lines = passwords.map((password, index) => `${digestOf(password)}:${index ** 3}`).toSorted();
    writeFileSync(join(folder, name), lines.map((line) => `${line}${lineEnd}`).join(''));
    return join(folder, name);
  };

  it.each(['\n', '\r\n'])('keeps its passwords from being chosen, however strong they are', async (lineEnd) => {
    const careful = await Office.open({ breachedPasswords: listed('list', lineEnd) });
    const { body } = await careful.signIn(careful.oneTime);
    expect(await careful.change(body.token, careful.oneTime, chosen)).toMatchObject({
      status: 422,
      body: { code: 'PasswordWeak', details: { field: 'newPassword', weakness: 'breached' } },
    });
    expect(await careful.change(body.token, careful.oneTime, `${chosen} staple`)).toMatchObject({ status: 200 });
    await careful.close();
  });

  it('has each of its passwords, and no other', async () => {
    const breached = new BreachedPasswords(listed('all'));
    await breached.onModuleInit();
    const found = await Promise.all(range(2_100).map((each) => breached.has(`password ${each}`)));
    expect(found).toEqual(range(2_100).map((each) => each < 2_000));
    await breached.beforeApplicationShutdown();
    expect(await new BreachedPasswords(undefined).has('password 1')).toBe(false);
  });

  it('stops the start if it is no such list', async () => {
    writeFileSync(join(folder, 'other'), 'secret\n');
    await expect(Office.open({ breachedPasswords: join(folder, 'other') })).rejects.toThrow('a file of SHA-1 digests');
    await expect(Office.open({ breachedPasswords: join(folder, 'none') })).rejects.toThrow('cannot be opened');
  });
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
