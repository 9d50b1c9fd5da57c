import { partsLine } from './parts-line.js';

const [ann, bob, eve] = ['Ann', 'Bob', 'Eve'].map((name) => ({ personId: `u-1:${name}`, name }));

it('says which contact persons a change adds, changes and removes', () =>
  expect(partsLine({ field: 'contactPersons', before: [ann!, bob!], after: [{ ...ann!, phone: '1' }, eve!] })).toBe(
    'added Eve; changed Ann; removed Bob',
  ));

it('says which addresses', () => {
  const address = { addressId: 'u-1:a1', kind: 'billing', city: 'Shanghai' };
  expect(partsLine({ field: 'addresses', before: null, after: [address] })).toBe('added billing Shanghai');
  expect(partsLine({ field: 'addresses', before: [{ ...address, city: null }], after: null })).toBe('removed billing');
});

it('says nothing of other fields, or of what is no list', () => {
  expect(partsLine({ field: 'phone', before: null, after: '1' })).toBe('');
  expect(partsLine({ field: 'addresses', before: 'Shanghai', after: 'Beijing' })).toBe('');
});
