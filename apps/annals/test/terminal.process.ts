import { closeStores, configurationOf, openEngine } from '@annals/composition';
import { CustomerDataChanged, CustomerRegistered } from '@annals/contracts-customers';
import { NO_STREAM } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import { stage } from './stage.js';

const { annals, folder } = stage();

/** Texts that a terminal would carry out, as older versions recorded them: colours, a title, controls of eight bits, right to left. */
const HARMFUL = '\u001b[31mLi\u001b[0m \u001b]0;title\u0007Na \u009b2J\u202e\u2066!';
const customerId = 'li';

beforeAll(async () => {
  const engine = await openEngine(configurationOf({ DATA_DIR: folder }));
  const profile = { kind: 'person', name: HARMFUL, roles: ['prospect'] } as const;
  const change = { field: 'phone', before: null, after: HARMFUL } as const;
  const events = [
    CustomerRegistered.event({ customerId, profile: { ...profile, roles: ['prospect'] } }),
    CustomerDataChanged.event({
      ...{ customerId, changes: [change], reason: HARMFUL, source: null, effectiveDate: '2021-01-01' },
    }),
  ];
  const told = events.map((event, at) => ({ ...newEvent(`e-${at}`), ...event, subject: customerId, reason: HARMFUL }));
  await engine.log.append(`customer-${customerId}`, NO_STREAM, told);
  await closeStores(engine);
});

it.each([
  ['replay', customerId],
  ['replay', customerId, '--axis', 'occurred'],
  ['replay', HARMFUL],
  ['status'],
  ['verify'],
  ['verify', '--json'],
  ['parked'],
  ['imports'],
])('prints nothing that a terminal would carry out: %s %s %s %s', async (...args) => {
  const { out, err } = await annals(args);
  expect(`${out}${err}`).toMatch(/\S/);
  expect(`${out}${err}`).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
});

it('shows them as escapes', async () => {
  const { code, out } = await annals(['replay', customerId]);
  expect([code, out.includes('Li'), out.includes('u001b') || out.includes('x1b')]).toEqual([0, true, true]);
});
