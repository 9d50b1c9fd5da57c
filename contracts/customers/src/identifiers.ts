import { field, label } from '@annals/contracts-values';
import { Contract, MOST_HOLDERS, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

const reservation = z.object({
  kind: field(label, { en: 'Kind', zh: '类型' }, { example: 'taxNumber' }),
  holder: field(label, { en: 'Holder', zh: '持有者' }, { example: 'customer-c-1001' }),
});

export const IdentifierReserved = Contract.of('IdentifierReserved', { en: 'Identifier reserved', zh: '标识已占用' }).v1(
  reservation,
);
export const IdentifierReleased = Contract.of('IdentifierReleased', { en: 'Identifier released', zh: '标识已释放' }).v1(
  reservation,
);

/** Who holds a value after a change, if it had or has several holders, because values that were different count as the same now. */
export const IdentifierShared = Contract.of('IdentifierShared', { en: 'Identifier shared', zh: '标识重复持有' }).v1(
  z.object({
    kind: reservation.shape.kind,
    holders: field(
      z.array(reservation.shape.holder).max(MOST_HOLDERS),
      { en: 'Holders', zh: '持有者' },
      { example: ['customer-c-1001', 'customer-c-1002'] },
    ),
  }),
);
export const identifierContracts = [IdentifierReserved, IdentifierReleased, IdentifierShared] as const;
export type IdentifierEvent = EventOf<(typeof identifierContracts)[number]>;
