import { id } from '@annals/contracts-values';
import { personalPaths, samplesContract } from '@annals/testing';
import { handOverContracts, heirOf, ORGANISATION, organisationContracts, userName } from './index.js';

samplesContract([...organisationContracts, ...handOverContracts], `${import.meta.dirname}/../samples`);

it('marks only the fields that identify a user as personal', () => {
  const personal = Object.entries(personalPaths(organisationContracts));
  const ofUser = (...paths: readonly string[]) => paths.map((path) => `${path} (employee)`);
  expect(Object.fromEntries(personal.filter(([, fields]) => fields.length > 0))).toEqual({
    UserAdded: ofUser('displayName', 'email'),
    UserDetailsChanged: ofUser('before.displayName', 'before.email', 'after.displayName', 'after.email'),
    UserDeactivated: ofUser('reason'),
    UserReactivated: ofUser('reason'),
  });
});

it('identifies the user in every event about a user', () => {
  const about = organisationContracts.map(({ type, personPaths }) => [type, personPaths] as const);
  const ofUsers = about.filter(([type]) => /^(User|Roles|ApiKey)/.test(type));
  expect(ofUsers).toHaveLength(8);
  for (const [, paths] of ofUsers) expect(paths).toEqual([{ whose: 'employee', path: 'userId' }]);
});

it('has no field for a secret', () => {
  const schemas = JSON.stringify(organisationContracts.map((contract) => contract.jsonSchema()));
  expect(schemas).not.toMatch(/"(password|secret|hash|token|key)"/i);
});

it('has a subject that cannot be a customer', () => {
  expect(id.safeParse(ORGANISATION).success).toBe(false);
});

it.each(['admin', 'li.na', '王芳', 'nancy@example.com'])('accepts %s as the name of a user', (name) =>
  expect(userName.safeParse(name).success).toBe(true),
);
it.each(['', 'li na', '-a', 'a/b', 'a\n', 'x'.repeat(101)])('refuses "%s" as the name of a user', (name) =>
  expect(userName.safeParse(name).success).toBe(false),
);

it('gives everything of a customer to one of those who take over, and something to each', () => {
  const to = [{ id: 'anna' }, { id: 'bo' }, { id: 'max' }];
  const heirs = Array.from({ length: 60 }, (_, index) => heirOf(`c-${index}`, to).id);
  expect(heirs).toEqual(Array.from({ length: 60 }, (_, index) => heirOf(`c-${index}`, to).id));
  expect(new Set(heirs).size).toBe(3);
  expect(heirOf('c-1', [{ id: 'anna' }])).toEqual({ id: 'anna' });
});
