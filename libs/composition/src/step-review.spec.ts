import { loadMapping, type Step } from '@annals/importing';
import { annalsCatalogue, configurationOf } from './catalogue.js';
import { reviewOf } from './step-review.js';

const review = reviewOf(annalsCatalogue(configurationOf({})));
const register: Step['fields'] = {
  customerId: 'id',
  kind: { constant: 'person' },
  roles: { constant: ['prospect'] },
  name: 'name',
};
const problemsOf = (fields: Step['fields'], command = 'RegisterCustomer') =>
  review({ command, fields: command === 'RegisterCustomer' ? { ...register, ...fields } : fields });

describe('a step is refused before it is carried out, if', () => {
  it.each([
    ['RegisterCustomr', 'command: there is no command "RegisterCustomr"; did you mean "RegisterCustomer"?'],
    ['Nonsense', 'command: there is no command "Nonsense"'],
    ['ApplyDataChange', 'command: there is no command "ApplyDataChange"'],
  ])('its command is %s', (command, problem) => expect(problemsOf({}, command)).toEqual([problem]));

  it.each(['GrantRoles', 'AddUser', 'OpenDepartment'])('it is %s, unless the organisation is imported', (command) => {
    const problem = `command: ${command} is not about a customer; give --organisation if this file may change the organisation`;
    expect(problemsOf({}, command)).toEqual([problem]);
    expect(reviewOf(annalsCatalogue(configurationOf({})), 'all')({ command, fields: {} })).not.toContain(problem);
  });

  it('it is about the catalogue, and lacks a field', () =>
    expect(problemsOf({ productId: 'No', name: 'Name' }, 'AddProduct')).toEqual([
      'fields: AddProduct needs the field "unit"',
    ]));

  it('it is about callers who are not known as customers, and lacks a field', () =>
    expect(problemsOf({ channel: 'Channel', purpose: { constant: 'service' } }, 'RecordCaller')).toEqual([
      ...['callerId', 'summary'].map((field) => `fields: RecordCaller needs the field "${field}"`),
    ]));

  it.each<[string, Step['fields'], string]>([
    ['a field does not exist', { nmae: 'name' }, 'fields.nmae: There is no field `nmae`. Did you mean `name`?'],
    [
      'a field of an object does not exist',
      { geographic: { object: { contry: 'a', city: 'b' } } },
      'fields.geographic.contry: There is no field `geographic.contry`. Did you mean `geographic.country`?',
    ],
    [
      'a field of an object in a list does not exist',
      { contactPersons: { list: [{ object: { name: 'a', phoen: 'b' } }] } },
      'fields.contactPersons.0.phoen: There is no field `contactPersons.0.phoen`. Did you mean `contactPersons.0.phone`?',
    ],
    [
      'a field of an object for each joined row does not exist',
      { contactPersons: { each: 'lines', object: { name: 'a', phoen: 'b' } } },
      'fields.contactPersons.0.phoen: There is no field `contactPersons.0.phoen`. Did you mean `contactPersons.0.phone`?',
    ],
  ])('%s', (_, fields, problem) => expect(problemsOf(fields)).toContainEqual(problem));

  it.each<[string, Step['fields'], string]>([
    ['a constant', { kind: { constant: 'persn' } }, 'fields.kind: `kind` is not valid.'],
    ['a constant in a list', { roles: { list: [{ constant: 'boss' }] } }, 'fields.roles.0: `roles.0` is not valid.'],
    ['a template without columns', { kind: { template: 'persn' } }, 'fields.kind: `kind` is not valid.'],
    ['a default', { kind: { column: 'k', default: 'persn' } }, 'fields.kind: `kind` is not valid.'],
    [
      'what a map ends in',
      { kind: { column: 'k', transform: { map: { P: 'person', O: 'org' } } } },
      'fields.kind: `kind` is not valid.',
    ],
    [
      'what a map says otherwise',
      { kind: { column: 'k', transform: ['upper', { map: { P: 'person' }, otherwise: '?' }] } },
      'fields.kind: `kind` is not valid.',
    ],
    [
      'a constant beside what depends on the row',
      { addresses: { list: [{ object: { kind: { constant: 'homme' }, city: 'City' } }] } },
      'fields.addresses.0.kind: `addresses.0.kind` is not valid.',
    ],
    [
      'a day in the future',
      { occurredAt: { constant: '2999-01-01' } },
      'fields.occurredAt: `occurredAt` is not valid.',
    ],
    ['a text for a list', { roles: { constant: 'prospect' } }, 'fields.roles: `roles` is not valid.'],
  ])('%s is wrong', (_, fields, problem) => expect(problemsOf(fields)).toEqual([expect.stringContaining(problem)]));

  it('a required field is missing', () =>
    expect(review({ command: 'MarkLost', fields: { customerId: 'id' } })).toEqual([
      'fields: MarkLost needs the field "reason"',
    ]));
});

describe('a step is not refused for', () => {
  it.each<[string, Step['fields']]>([
    [
      'what depends on the row',
      { geographic: { object: { country: 'c' } }, phone: 'phone', email: { template: '{a}' } },
    ],
    ['a constant that a transform changes', { kind: { constant: 'PERSON', transform: 'lower' } }],
    ['a map before another transform', { kind: { column: 'k', transform: [{ map: { a: 'PERSON' } }, 'lower'] } }],
  ])('%s', (_, fields) => expect(problemsOf(fields)).toEqual([]));

  it('a field that the server fills in', () => {
    const fields = { customerId: 'id', channel: { constant: 'phone' }, direction: { constant: 'outbound' } };
    expect(review({ command: 'MakeContact', fields }).join()).not.toContain('contactedBy');
  });

  it.each(['samples/northwind', 'samples/telco', 'fixtures/import'])('anything in %s', async (name) => {
    const { steps } = await loadMapping(`${import.meta.dirname}/../../../infra/${name}/mapping.json`);
    expect(steps.flatMap(review)).toEqual([]);
  });
});
