import { customerContracts, NeedEnded, NeedRecorded } from '@annals/contracts-customers';
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

type Each = typeof lasting | typeof ended;

const after = (...events: Each[]) => {
  const need = project(needs, recorded(events)).get('u-1 n-1');
  return need && { ...needs.answer.of(need), status: fieldsOf(needs, need)['status'] };
};

it('shows a need with what is known of it', () =>
  expect(after(lasting)).toMatchObject({ ...about, product: null, until: null, endedAt: null, status: 'current' }));

it('keeps a need that has ended', () =>
  expect(after(temporary, ended)).toMatchObject({ ...summer, endedAt: '2026-01-02T00:00:00.000Z', status: 'ended' }));

it('ignores the end of an unknown need', () => expect(after(ended)).toBeUndefined());

viewContract(needs, customerContracts, anyLogOf(fc.constantFrom<Each>(lasting, temporary, ended)));
