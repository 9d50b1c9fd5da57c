import { CustomerRegistered } from '@annals/contracts-customers';
import { UserAdded } from '@annals/contracts-organisation';
import { NO_STREAM, type EventStore } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';

/** A customer without a reservation of its code. */
export const recordCustomer = (log: EventStore, customerId: string, organisationCode: string) => {
  const profile = { kind: 'organisation', name: customerId, organisationCode } as const;
  const registered = CustomerRegistered.event({ customerId, profile: { ...profile, roles: ['prospect'] } });
  return log.append(`customer-${customerId}`, NO_STREAM, [{ ...newEvent(customerId), ...registered }]);
};

/** The customers a to e, and a user, as an older version recorded them: a, b and d have the same code, c and e another. */
export const recordOldLog = async (log: EventStore) => {
  const codes = {
    ...{ a: '91310000-MA1FL0XX0X', b: '91310000.MA1FL0XX0X', c: '91350100M000100Y43' },
    ...{ d: '9131\u200B0000MA1FL0XX0X', e: '91350100-M000100Y43' },
  };
  for (const [customerId, code] of Object.entries(codes)) await recordCustomer(log, customerId, code);
  const added = UserAdded.event({ userId: 'li', name: 'Ｌi', displayName: 'Li' });
  await log.append('user-li', NO_STREAM, [{ ...newEvent('li'), ...added }]);
};
