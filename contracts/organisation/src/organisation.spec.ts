import { id } from '@annals/contracts-values';
import { personalPaths, samplesContract } from '@annals/testing';
import { ORGANISATION, organisationContracts, userName } from './index.js';

samplesContract(organisationContracts, `${import.meta.dirname}/../samples`);

it('marks who a user is as personal, and nothing else', () => {
  const personal = Object.entries(personalPaths(organisationContracts));
  const ofUser = (...paths: readonly string[]) => paths.map((path) => `${path} (employee)`);
  expect(Object.fromEntries(personal.filter(([, fields]) => fields.length > 0))).toEqual({
    UserAdded: ofUser('displayName', 'email'),
    UserDetailsChanged: ofUser('before.displayName', 'before.email', 'after.displayName', 'after.email'),
    UserDeactivated: ofUser('reason'),
    UserReactivated: ofUser('reason'),
  });
});

it('says of every event of a user whom it is about', () => {
  const about = organisationContracts.map(({ type, personPaths }) => [type, personPaths] as const);
  const ofUsers = about.filter(([type]) => /^(User|Roles|ApiKey)/.test(type));
  expect(ofUsers).toHaveLength(8);
  for (const [, paths] of ofUsers) expect(paths).toEqual([{ whose: 'employee', path: 'userId' }]);
});

it('has no field for a secret', () => {
  const schemas = JSON.stringify(organisationContracts.map((contract) => contract.jsonSchema()));
  expect(schemas).not.toMatch(/"(password|secret|hash|token|key)"/i);
});

it('is about nothing that could be a customer', () => {
  expect(id.safeParse(ORGANISATION).success).toBe(false);
});

it.each(['admin', 'li.na', '王芳', 'nancy@example.com'])('takes %s for the name of a user', (name) =>
  expect(userName.safeParse(name).success).toBe(true),
);
it.each(['', 'li na', '-a', 'a/b', 'a\n', 'x'.repeat(101)])('takes "%s" for no name of a user', (name) =>
  expect(userName.safeParse(name).success).toBe(false),
);
