import { customerContracts, NeedClosed, NeedEnded, NeedRecorded } from '@annals/contracts-customers';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { needs } from './needs.js';

const about = { customerId: 'u-1', needId: 'n-1' };
const lasting = NeedRecorded.event({ ...about, description: 'More capacity', duration: 'lasting' });
const summer = {
  description: 'More capacity',
  duration: 'temporary',
  product: 'Transformer',
  until: '2026-09-30',
} as const;
const temporary = NeedRecorded.event({ ...about, ...summer });
const ended = NeedEnded.event({ ...about, until: '2026-09-30' });

const closing = { outcome: 'fulfilled', reason: 'Delivered.' } as const;
const closed = NeedClosed.event({ ...about, ...closing });

type Each = typeof lasting | typeof ended | typeof closed;

const after = (...events: Each[]) => {
  const need = project(needs, recorded(events)).get('u-1 n-1');
  return need && { ...needs.answer.of(need), status: fieldsOf(needs, need)['status'] };
};

it('shows a need with what is known of it', () =>
  expect(after(lasting)).toMatchObject({ ...about, product: null, until: null, endedAt: null, status: 'current' }));

it('keeps a need that has ended', () =>
  expect(after(temporary, ended)).toMatchObject({ ...summer, endedAt: '2026-01-02T00:00:00.000Z', status: 'ended' }));

it('keeps why a need was closed, and when it ended', () => {
  const day = (number: number) => `2026-01-0${number}T00:00:00.000Z`;
  expect(after(lasting, closed)).toMatchObject({ ...closing, endedAt: day(2), status: 'ended' });
  expect(after(temporary, ended, closed)).toMatchObject({ ...closing, endedAt: day(3) });
});

it('ignores the end of an unknown need', () => expect([after(ended), after(closed)]).toEqual([undefined, undefined]));

viewContract(needs, customerContracts, anyLogOf(fc.constantFrom<Each>(lasting, temporary, ended, closed)));
