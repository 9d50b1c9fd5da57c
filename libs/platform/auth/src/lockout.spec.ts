import { Lockout, type Attempt } from './lockout.js';

const clock = { now: new Date('2026-01-05T09:00:00Z') };
const home = { name: 'Ann', address: 'ip:192.0.2.1', generation: 1 };
const stranger = (network: number) => ({ ...home, address: `ip:198.51.100.${network}` });
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

let lockout: Lockout;
beforeEach(() => {
  clock.now = new Date('2026-01-05T09:00:00Z');
  lockout = new Lockout(() => clock.now);
});

const failTenTimes = (attempt: Attempt) => range(10).forEach(() => lockout.failed(attempt));
const attack = (networks: number) => range(networks).forEach((network) => failTenTimes(stranger(network)));
const passMinutes = (count: number) => (clock.now = new Date(clock.now.getTime() + count * 60_000));

it('locks the address that was wrong ten times, and no other', () => {
  attack(1);
  expect(lockout.secondsLeft(stranger(0))).toBe(300);
  expect(lockout.secondsLeft({ ...stranger(0), name: ' ann' })).toBe(300);
  expect(lockout.secondsLeft(stranger(1))).toBe(0);
  expect(lockout.secondsLeft({ ...stranger(0), name: 'Bob' })).toBe(0);
});

it('locks a name for all strangers after a hundred wrong passwords from many addresses', () => {
  attack(9);
  expect(lockout.secondsLeft(stranger(50))).toBe(0);
  attack(1);
  expect(lockout.secondsLeft(stranger(50))).toBe(300);
});

it('never locks out the address from which the user signed in, by the failures of others', () => {
  lockout.succeeded(home);
  attack(20);
  expect(lockout.secondsLeft(home)).toBe(0);
  failTenTimes(home);
  expect(lockout.secondsLeft(home)).toBe(300);
});

it('forgets after five minutes without an attempt', () => {
  attack(10);
  passMinutes(4);
  lockout.failed(stranger(0));
  passMinutes(4);
  expect(lockout.secondsLeft(stranger(0))).toBe(60);
  expect(lockout.secondsLeft(stranger(1))).toBe(60); // by the count of the name
  passMinutes(1);
  expect(lockout.secondsLeft(stranger(0))).toBe(0);
});

it('forgets the failures of an older password', () => {
  attack(20);
  expect(lockout.secondsLeft({ ...stranger(0), generation: 2 })).toBe(0);
});
