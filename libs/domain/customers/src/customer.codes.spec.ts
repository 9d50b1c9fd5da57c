import { serveSlice } from '../../test/served-slice.js';
import { customers } from './index.js';

const { post } = serveSlice(customers, '/v1/customers');
const acme = { kind: 'organisation', name: 'Acme', roles: ['prospect'] };
const invalid = (field: string) => ({ status: 400, body: { code: 'CodeInvalid', details: { field } } });

it.each([
  ['organisationCode', 'not-a-code!!'],
  ['organisationCode', '91310000MA1FL0XX0X'],
  ['organisationCode', 'duns:15048378'],
  ['taxNumber', 'vat:DE136695977'],
])('refuses a customer whose %s is %s', async (field, code) => {
  expect(await post('', { ...acme, [field]: code })).toMatchObject(invalid(field));
});

it.each(['91310000-MA1FL0XX0-9', 'duns:15-048-3782', 'other:HRB 12345'])('takes the code %s', async (code) => {
  expect(await post('', { ...acme, organisationCode: code })).toMatchObject({ status: 201 });
});

it('refuses a change to a wrong code', async () => {
  const { body } = await post('', acme);
  const changes = { organisationCode: '91310000MA1FL0XX1X' };
  expect(await post(`/${body.id}/change-data`, { changes })).toMatchObject(invalid('organisationCode'));
});
