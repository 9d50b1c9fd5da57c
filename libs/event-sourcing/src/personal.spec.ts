import { z } from 'zod';
import { Contract, mapPersonal, replaceAt } from './index.js';

const name = z.string().meta({ personal: { whose: 'contact', by: 'personId' } });
const text = z.string().meta({ personal: { whose: 'customer', by: 'customerId' } });
const person = z.object({ personId: z.string(), name });

const Met = Contract.of('Met').v1(
  z.object({
    customerId: z.string(),
    about: text.nullable(),
    with: z.array(person),
    host: person.nullable(),
    facts: z.record(z.string(), text),
    at: z.string(),
  }),
);

const met = {
  customerId: 'u-1',
  about: 'a',
  with: [
    { personId: 'p-1', name: 'b' },
    { personId: 'p-2', name: 'c' },
  ],
  host: null,
  facts: { shoe: 'd' },
  at: 'noon',
};

describe('personal fields', () => {
  it('are found however deep, with the field that says whose they are', () =>
    expect(Met.personalFields).toEqual([
      { path: 'about', whose: 'customer', by: 'customerId' },
      { path: 'with[].name', whose: 'contact', by: 'personId' },
      { path: 'host.name', whose: 'contact', by: 'personId' },
      { path: 'facts.*', whose: 'customer', by: 'customerId' },
    ]));

  it.each([
    ['at all', z.object({ name })],
    ['around it', z.object({ name, host: z.object({ personId: z.string() }) })],
    ['in an older version', z.object({ personId: z.string(), names: z.array(name) }).omit({ personId: true })],
  ])('are refused where no id %s says whose they are', (_, schema) =>
    expect(() =>
      Contract.of('Named')
        .v1(schema)
        .next(z.object({}), () => ({})),
    ).toThrow('no enclosing object has the field personId'),
  );
});

describe('personal values', () => {
  const told = (data: typeof met) => {
    const persons: string[] = [];
    mapPersonal(data, Met.personalFields, (value, whose) => void persons.push(`${whose} ${value as string}`));
    return persons;
  };

  it('are those of the nearest person that an id around them names', () =>
    expect(told(met)).toEqual(['customer/u-1 a', 'contact/p-1 b', 'contact/p-2 c', 'customer/u-1 d']));

  it('are changed in a copy, and nothing else', () => {
    const copy = structuredClone(met);
    expect(mapPersonal(met, Met.personalFields, () => '•')).toEqual({
      ...met,
      about: '•',
      with: met.with.map(({ personId }) => ({ personId, name: '•' })),
      facts: { shoe: '•' },
    });
    expect(met).toEqual(copy);
  });
});

describe('a value at a path', () => {
  const document = { name: 'Li', phone: null, facts: { zip: '1' }, people: [{ name: 'A' }, {}] };

  it('does not come into being where there is none', () => {
    for (const path of ['phone', 'fax', 'fax.number', 'constructor'])
      expect(replaceAt(document, path, () => '•')).toEqual(document);
  });

  it('is changed as a whole where it has another shape than the path', () => {
    expect(replaceAt(document, 'name.first', () => '•')).toMatchObject({ name: '•' });
    expect(replaceAt(document, 'facts[].zip', () => '•')).toMatchObject({ facts: '•' });
    expect(replaceAt(document, 'people.name', () => '•')).toMatchObject({ people: '•' });
  });
});
