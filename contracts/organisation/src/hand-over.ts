import { field, id, staff, type Staff } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { accessReason, userId } from './users.js';

// Names and fields below are on disk: add a version, never edit one.

export const handOverId = field(id, { en: 'Hand-over', zh: '交接' }, { example: 'ho-1' });

/** The users who take over. */
export const heirs = field(z.array(staff).min(1).max(50), { en: 'To', zh: '接手人' }, { example: [{ id: 'max' }] });

/** Customers, open deals and open complaints of a user go to others. */
export const WorkHandedOver = Contract.of('WorkHandedOver', { en: 'Work handed over', zh: '工作已交接' }).v1(
  z.object({ handOverId, userId, to: heirs, reason: accessReason }),
);

/** A stream for each hand-over. */
export const handOverContracts = [WorkHandedOver] as const;
export type HandOverEvent = EventOf<(typeof handOverContracts)[number]>;

/** Who of several takes over what belongs to a customer: always the same one. */
export const heirOf = (customerId: string, to: HandOverEvent['data']['to']): Staff => {
  const sum = [...customerId].reduce((total, letter) => (total * 31 + letter.codePointAt(0)!) % 1_000_003, 0);
  return to[sum % to.length]!;
};
