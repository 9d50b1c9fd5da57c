import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from './client.js';
import { stage } from './stage.js';

const { annals, folder, open } = stage();

let client: Client;
beforeAll(async () => {
  ({ client } = await open());
});

/** Imports rows by one step; the names of the columns are the first row. */
const imported = (name: string, step: object, rows: readonly string[], ...options: readonly string[]) => {
  const [mapping, file] = [join(folder, `${name}.json`), join(folder, `${name}.csv`)];
  const steps = [{ name, file: 'rows', ...step }];
  writeFileSync(mapping, JSON.stringify({ name, files: { rows: {} }, steps }));
  writeFileSync(file, `${rows.join('\n')}\n`);
  return annals(['import', mapping, file, ...options]);
};

const users = {
  command: 'AddUser',
  key: 'id',
  fields: { userId: 'id', name: 'id', displayName: 'name' },
};
const grants = { command: 'GrantRoles', key: 'id', fields: { userId: 'id', roles: { constant: ['administrator'] } } };

it('refuses commands that are not about customers, unless they are allowed', async () => {
  expect(await imported('users', users, ['id,name', 'li,Li Na'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('--organisation') as string,
  });
  expect((await client.get('/v1/users/li')).status).toBe(404);

  expect(await imported('users', users, ['id,name', 'li,Li Na'], '--organisation')).toMatchObject({ code: 0 });
  expect(await imported('grants', grants, ['id', 'li'])).toMatchObject({ code: 1 });
  expect((await client.get('/v1/users/li')).body).toMatchObject({ displayName: 'Li Na', roles: [] });
});

it('refuses a command that there is not, before anything is done', async () => {
  const { code, err } = await imported('unknown', { ...users, command: 'AddUsers' }, ['id,name', 'bo,Bo']);
  expect(code).toBe(1);
  expect(err).toContain('steps.0.command');
});

it('keeps what differs from the last import, and changes it on request', async () => {
  const customers = {
    command: 'RegisterCustomer',
    key: 'id',
    fields: { customerId: 'id', name: 'name', kind: { constant: 'person' }, roles: { constant: ['prospect'] } },
  };
  const nameOfAnn = async () => (await client.get('/v1/customers/ann')).body;
  expect(await imported('customers', customers, ['id,name', 'ann,Ann'])).toMatchObject({ code: 0 });
  const { out } = await imported('customers', customers, ['id,name', 'ann,Anna']);
  expect(out).toContain('--update stores the difference');
  expect(await nameOfAnn()).toMatchObject({ profile: { name: 'Ann' } });
  expect(await imported('customers', customers, ['id,name', 'ann,Anna'], '--update')).toMatchObject({ code: 0 });
  expect(await nameOfAnn()).toMatchObject({ profile: { name: 'Anna' } });
});
