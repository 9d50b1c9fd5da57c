import {
  RolesGranted,
  UserAdded,
  UserDeactivated,
  UserReactivated,
  type AccessEvent,
} from '@annals/contracts-organisation';
import type { Role } from '@annals/contracts-values';
import { namingOf } from '@annals/command-bus';
import { fold, handle, NO_STREAM, type RecordedEvent } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { newEvent, scenarios } from '@annals/testing';
import fc from 'fast-check';
import { originOf } from '../test/origin.js';
import { access } from './access.decider.js';

const known = UserAdded.event({ userId: 'ann', name: 'ann', displayName: 'Ann' });
const given = (...past: AccessEvent[]) => scenarios(access)(...past).inContext(known);

const granted = (userId: string, before: Role[], after: Role[]) => RolesGranted.event({ userId, before, after });
const deactivated = (userId: string) => UserDeactivated.event({ userId, reason: 'left' });
const reactivated = (userId: string) => UserReactivated.event({ userId, reason: null });
const administrator = (userId: string) => granted(userId, [], ['administrator']);

const grant = (...roles: Role[]) => ({ type: 'GrantRoles', userId: 'ann', roles }) as const;
const deactivate = { type: 'DeactivateUser', userId: 'ann', reason: 'left' } as const;
const reactivate = { type: 'ReactivateUser', userId: 'ann' } as const;

describe('granting roles', () => {
  it('records the roles before and after', () =>
    given(granted('ann', [], ['sales']))
      .when(grant('manager'))
      .then(granted('ann', ['sales'], ['manager'])));
  it('records each role once, in the declared order', () =>
    given()
      .when(grant('manager', 'sales', 'manager'))
      .then(granted('ann', [], ['sales', 'manager'])));
  it('is silent when repeated', () =>
    given(granted('ann', [], ['sales', 'manager']))
      .when(grant('manager', 'sales'))
      .thenNothing());
  it('can remove all roles', () =>
    given(granted('ann', [], ['sales']))
      .when(grant())
      .then(granted('ann', ['sales'], [])));
  it('changes only the given user', () =>
    given(granted('bo', [], ['sales']))
      .when(grant('sales'))
      .then(granted('ann', [], ['sales'])));
  it('is refused for an unknown user', () =>
    scenarios(access)().when(grant('sales')).thenRejected('UserUnknown', { userId: 'ann' }));
});

describe('deactivating a user', () => {
  it('records the reason', () => given().when(deactivate).then(deactivated('ann')));
  it('is silent when repeated', () => given(deactivated('ann')).when(deactivate).thenNothing());
  it('is refused when repeated for another reason', () =>
    given(deactivated('ann'))
      .when({ ...deactivate, reason: 'moved' })
      .thenRejected('UserAlreadyInactive', { userId: 'ann' }));
  it('is refused for an unknown user', () => scenarios(access)().when(deactivate).thenRejected('UserUnknown'));
});

describe('reactivating a user', () => {
  it('makes the user active again', () => given(deactivated('ann')).when(reactivate).then(reactivated('ann')));
  it('records the reason', () =>
    given(deactivated('ann'))
      .when({ ...reactivate, reason: 'came back' })
      .then(UserReactivated.event({ userId: 'ann', reason: 'came back' })));
  it('keeps the roles', () =>
    given(granted('ann', [], ['sales']), deactivated('ann'), reactivated('ann'))
      .when(grant('sales'))
      .thenNothing());
  it('is silent for a user who is active', () => {
    given().when(reactivate).thenNothing();
    given(deactivated('ann'), reactivated('ann')).when(reactivate).thenNothing();
  });
  it('is refused when repeated for another reason', () =>
    given(deactivated('ann'), reactivated('ann'))
      .when({ ...reactivate, reason: 'came back' })
      .thenRejected('UserAlreadyActive', { userId: 'ann' }));
  it('is refused for an unknown user', () => scenarios(access)().when(reactivate).thenRejected('UserUnknown'));
});

describe('the last administrator', () => {
  const last = ['LastAdministrator', { userId: 'ann' }] as const;

  it('keeps the role', () =>
    given(administrator('ann'))
      .when(grant('sales'))
      .thenRejected(...last));
  it('may have other roles besides', () =>
    given(administrator('ann'))
      .when(grant('administrator', 'auditor'))
      .then(granted('ann', ['administrator'], ['administrator', 'auditor'])));
  it('stays active', () =>
    given(administrator('ann'))
      .when(deactivate)
      .thenRejected(...last));
  it('is the only active one', () => {
    given(administrator('ann'), administrator('bo'), deactivated('bo'))
      .when(deactivate)
      .thenRejected(...last);
    given(administrator('ann'), administrator('bo'), granted('bo', ['administrator'], []))
      .when(deactivate)
      .thenRejected(...last);
    given(administrator('ann'), granted('bo', [], ['sales']))
      .when(grant())
      .thenRejected(...last);
  });
  it('may be deactivated when there is another', () => {
    given(administrator('ann'), administrator('bo')).when(deactivate).then(deactivated('ann'));
    given(administrator('ann'), administrator('bo'), deactivated('bo'), reactivated('bo'))
      .when(grant())
      .then(granted('ann', ['administrator'], []));
  });

  const naming = namingOf(new Uint8Array(32));
  const ids = ['a', 'b', 'c'];
  const anyCommand = fc.record({
    type: fc.constantFrom('GrantRoles' as const, 'DeactivateUser' as const, 'ReactivateUser' as const),
    userId: fc.constantFrom(...ids),
    roles: fc.constantFrom<Role[]>(['administrator'], []),
    reason: fc.constant('any'),
  });

  it('always remains, even with concurrent commands', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { maxLength: 12 }), async (commands) => {
        const store = new MemoryEventStore();
        for (const userId of ids) {
          const added = { ...newEvent(userId), ...UserAdded.event({ userId, name: userId, displayName: userId }) };
          await store.append(`user-${userId}`, NO_STREAM, [added]);
        }
        const carryOut = (command: Parameters<typeof access.stream>[0], index: number) =>
          handle(store, access, command, originOf(`c-${index}`), { naming, attempts: 50 }).catch(() => undefined);
        await carryOut({ type: 'GrantRoles', userId: 'a', roles: ['administrator'] }, -1);
        await Promise.all(commands.map(carryOut));

        const { roles, activity } = fold(access, (await store.read('access')) as RecordedEvent<AccessEvent>[]);
        const isIn = (userId: string) => activity.get(userId)?.active !== false;
        const administrators = [...roles].filter(([, granted]) => granted.includes('administrator'));
        expect(administrators.filter(([userId]) => isIn(userId))).not.toEqual([]);
      }),
    ));
});
