import fc from 'fast-check';
import {
  profileChanges,
  schemaAt,
  valueAt,
  withChanges,
  withValuesAt,
  type CustomerProfile,
  type JsonValue,
} from './index.js';

const liNa: CustomerProfile = {
  kind: 'person',
  name: '李娜',
  roles: ['prospect'],
  geographic: { country: 'CN', city: '上海' },
  attributes: { meterType: '三相四线' },
};

describe('the schema at a path', () => {
  it.each(['phone', 'roles', 'addresses', 'geographic.country', 'value.services', 'attributes.meterType'])(
    'exists for %s',
    (path) => expect(schemaAt(path)).toBeDefined(),
  );

  it.each([
    ['', 'nothing'],
    ['shoeSize', 'an unknown field'],
    ['geographic', 'a group as a whole'],
    ['attributes', 'all attributes at once'],
    ['geographic.shoeSize', 'an unknown field of a group'],
    ['attributes.meter type', 'an attribute with an impossible name'],
    ['phone.mobile', 'a field below a field that is not a group'],
    ['attributes.meterType.phase', 'a field below an attribute'],
    ['constructor', 'a member of every object'],
    ['geographic.toString', 'a member of every object, in a group'],
  ])('does not exist for "%s": %s', (path) => expect(schemaAt(path)).toBeUndefined());
});

describe('the value at a path', () => {
  it.each<[string, JsonValue]>([
    ['name', '李娜'],
    ['geographic.city', '上海'],
    ['attributes.meterType', '三相四线'],
    ['phone', null],
    ['geographic.province', null],
    ['demographic.education', null],
    ['attributes.constructor', null],
    ['name.length', null],
  ])('of %s is %j', (path, value) => expect(valueAt(liNa, path)).toEqual(value));
});

describe('a profile with a value at a path', () => {
  it('keeps all other values', () =>
    expect(withValuesAt(liNa, [['geographic.province', '上海市']])).toEqual({
      ...liNa,
      geographic: { country: 'CN', city: '上海', province: '上海市' },
    }));
  it('gets a group with its first value', () =>
    expect(withValuesAt(liNa, [['demographic.education', 'MSc']])).toEqual({
      ...liNa,
      demographic: { education: 'MSc' },
    }));
  it('loses a field that is set to null', () =>
    expect(withValuesAt(liNa, [['geographic.city', null]])).toEqual({ ...liNa, geographic: { country: 'CN' } }));
  it('loses a group with the last of its values', () =>
    expect(withValuesAt(liNa, [['attributes.meterType', null]])).not.toHaveProperty('attributes'));
  it('keeps an empty list, because that is a value', () =>
    expect(withValuesAt(liNa, [['value.services', []]])).toMatchObject({ value: { services: [] } }));

  it('has the changes of an event', () =>
    expect(
      withChanges({ phone: '1' }, [
        { field: 'phone', before: '1', after: null },
        { field: 'geographic.country', before: null, after: 'CN' },
      ]),
    ).toEqual({ geographic: { country: 'CN' } }));

  const path = fc.constantFrom(
    'phone',
    'geographic.country',
    'geographic.climate',
    'attributes.x',
    'attributes.constructor',
  );
  const value = fc.oneof(fc.string(), fc.constant(null));

  it('returns the value that was set, and leaves other paths and the original profile unchanged', () =>
    fc.assert(
      fc.property(path, path, value, (at, elsewhere, put) => {
        const copy = structuredClone(liNa);
        const next = withValuesAt(liNa, [[at, put]]);
        expect(valueAt(next, at)).toBe(put);
        if (elsewhere !== at) expect(valueAt(next, elsewhere)).toBe(valueAt(liNa, elsewhere));
        expect(liNa).toEqual(copy);
      }),
    ));

  it('is the same whether values are set together or one by one, also those of whole groups', () => {
    const group = fc.constantFrom(null, {}, { x: '1' }, { country: 'CN' });
    const single = fc.tuple(path, value);
    const whole = fc.tuple(fc.constantFrom('geographic', 'attributes'), group);
    fc.assert(
      fc.property(fc.array(fc.oneof(single, whole), { maxLength: 6 }), (values) => {
        const oneByOne = values.reduce((profile, each) => withValuesAt(profile, [each]), liNa);
        expect(withValuesAt(liNa, values)).toEqual(oneByOne);
      }),
    );
  });
});

describe('new values by path', () => {
  it.each([
    { phone: '+86 21 5555 0188', 'geographic.country': 'CN', 'attributes.meterType': null },
    { roles: ['partner'] },
  ])('may be %j', (changes) => expect(profileChanges.safeParse(changes).success).toBe(true));

  it.each([
    [{ shoeSize: 44 }, 'shoeSize', 'a field of the profile'],
    [{ name: null }, 'name', 'cannot be removed'],
    [{ roles: null }, 'roles', 'cannot be removed'],
    [{ email: 'li.na' }, 'email', 'Invalid email address'],
    [{ addresses: [{ kind: 'tent' }] }, 'addresses.0.kind', /^Invalid option/],
    [{ 'attributes.meterType': ['a'] }, 'attributes.meterType', 'Invalid input'],
    [{}, '', 'at least one field'],
  ])('may not be %j', (changes, path, message) => {
    const issue = profileChanges.safeParse(changes).error?.issues[0];
    expect(issue?.path.join('.')).toBe(path);
    expect(issue?.message).toMatch(message);
  });
});

it('looks at no more changes than one command may have', () => {
  const changes = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`shoeSize${index}`, 1]));
  const issues = profileChanges.safeParse(changes).error!.issues;
  expect(issues.length).toBeLessThanOrEqual(101); // and that they are too many
});
