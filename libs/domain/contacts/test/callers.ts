import { CallerClosed, UnknownCallerContacted } from '@annals/contracts-contacts';
import { NOW, scenarios } from '@annals/testing';
import { caller } from '../src/caller.decider.js';

/** Past events of a caller. */
export const given = scenarios(caller);

export const about = { callerId: 'cl-1' };
export const LATER = new Date('2026-01-06T00:00:00Z');
const said = { ...about, channel: 'phone', purpose: 'service', summary: '停电', contactedBy: { id: 'li.na' } } as const;
export const record = (more: object = {}) => ({ type: 'RecordCaller', ...said, ...more }) as const;
export const contacted = (more: object = {}, at = NOW) =>
  UnknownCallerContacted.event({
    ...said,
    outcome: 'reached',
    response: 'none',
    contactedAt: at.toISOString(),
    ...more,
  });
export const close = (more: object = {}) => ({ type: 'CloseCaller', ...about, reason: '打错电话', ...more }) as const;
export const closed = CallerClosed.event({ ...about, reason: '打错电话' });
