import iconv from 'iconv-lite';
import { load, oneStep } from '../test/desk.js';

const fields = { id: 'id', name: 'name' };
const text = 'id,name\n1,北京电力 "南"\n'.replace('北京电力 "南"', '"北京电力 ""南"""');
const customers = [{ id: '1', name: '北京电力 "南"' }];

describe('an encoding', () => {
  it.each(['utf-8', 'utf-16le', 'gbk', 'gb18030'])('can be %s', async (encoding) => {
    const { bodies } = await load(iconv.encode(text, encoding), oneStep(fields, { file: { encoding } }));
    expect(bodies).toEqual(customers);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('is detected by the byte order mark of %s', async (encoding) => {
    const { bodies } = await load(
      iconv.encode(text, encoding, { addBOM: true }),
      oneStep(fields, { file: { encoding: 'latin1' } }),
    );
    expect(bodies).toEqual(customers);
  });

  it.each([
    ['latin1', [0x80, 0x93, 0xfc], '€“ü'],
    ['iso-8859-1', [0x80], '€'],
    ['ascii', [0x80], '€'],
    ['windows-1252', [0x80], '€'],
    ['ISO-8859-9', [0xfd], 'ı'],
    ['gb2312', [0x80, 0xb6, 0xb0], '€栋'],
    ['x-cp1251', [0xcf], 'П'],
    ['cp437', [0x81], 'ü'],
  ])('called %s is what browsers take it for', async (encoding, bytes, name) => {
    const content = Buffer.concat([Buffer.from('id,name\n1,'), Buffer.from(bytes), Buffer.from('\n')]);
    const { bodies } = await load(content, oneStep(fields, { file: { encoding } }));
    expect(bodies).toEqual([{ id: '1', name }]);
  });

  it('keeps rows out with half of a character in UTF-16', async () => {
    const content = Buffer.from('id,name\n1,a\ud800b\n2,ok\n', 'utf16le');
    const { bodies, summary } = await load(content, oneStep(fields, { file: { encoding: 'utf-16' } }));
    expect({ bodies, codes: summary.codes }).toEqual({ bodies: [{ id: '2', name: 'ok' }], codes: { BadRow: 1 } });
  });

  it('keeps rows out whose bytes it does not know, and these alone', async () => {
    const content = Buffer.concat([Buffer.from('id,name\n1,M'), Buffer.from([0xfc]), Buffer.from('ller\n2,Müller\n')]);
    const { bodies, errors } = await load(content, oneStep(fields));
    expect(bodies).toEqual([{ id: '2', name: 'Müller' }]);
    expect(errors).toEqual([
      'rows,1,2,error,,BadRow,The row cannot be read: bytes that are not utf-8. Correct it in the file.,"1,M\uFFFDller"',
    ]);
  });

  it('that is unknown is refused before the import starts', () =>
    expect(load(text, oneStep(fields, { file: { encoding: 'klingon' } }))).rejects.toThrow(
      'files.rows.encoding: "klingon" is not known',
    ));
});

describe('a file', () => {
  it('need not have a header', async () => {
    const file = { header: ['id', 'name'], delimiter: '\t', quote: null };
    const { bodies } = await load('1\t5" pipe\n2\tx\n', oneStep(fields, { file }));
    expect(bodies).toEqual([
      { id: '1', name: '5" pipe' },
      { id: '2', name: 'x' },
    ]);
  });

  it('that is empty has no header', () => expect(load('', oneStep(fields))).rejects.toThrow('the file has no header'));

  it('with a broken header is not read', () =>
    expect(load('id,na"me\n', oneStep(fields))).rejects.toThrow('the header has a quote inside'));

  it('gives its good rows, and lists the broken ones as they stand', async () => {
    const { bodies, errors, summary } = await load('id,name\n1,x,y\n2,"x\n3,ok\n4,"a,b",c\n5,fine\n', oneStep(fields));
    expect(bodies.map(({ id }) => id)).toEqual(['3', '5']);
    expect(errors).toEqual([
      'rows,1,2,error,,BadRow,The row cannot be read: 3 values where the file has 2 columns. Correct it in the file.,"1,x,y"',
      'rows,2,3,error,,BadRow,The row cannot be read: text after a closing quote. Correct it in the file.,"2,""x"',
      'rows,4,5,error,,BadRow,The row cannot be read: 3 values where the file has 2 columns. Correct it in the file.,"4,""a,b"",c"',
    ]);
    expect(summary).toMatchObject({ rows: 5, failed: 3, codes: { BadRow: 3 } });
  });
});

describe('a join', () => {
  const lookUp = {
    file: { joins: { owner: { file: 'people', on: { owner: 'no' } }, items: { file: 'items', on: 'id', many: true } } },
    files: { people: {}, items: { joins: { thing: { file: 'things', on: 'code' } } }, things: {} },
  };
  const others = {
    'people.csv': 'no,name\n7,Ann\n7,Bob\n',
    'items.csv': 'id,code,count\n1,x,2\n1,y,3\n3,x,1,1\n',
    'things.csv': 'code,name\nx,Nail\n',
  };

  it('shows the row of another file, and lists of rows with nested joins', async () => {
    const items = {
      each: 'items',
      object: {
        thing: 'thing.name',
        count: { column: 'count', transform: 'integer' },
        of: { template: '{id}/{owner.name}' },
      },
    };
    const { bodies, errors } = await load(
      'id,owner\n1,7\n2,\n3,8\n',
      oneStep({ id: 'id', owner: 'owner.name', items }, lookUp),
      others,
    );
    expect(bodies).toEqual([
      {
        id: '1',
        owner: 'Ann',
        items: [
          { thing: 'Nail', count: 2, of: '1/Ann' },
          { count: 3, of: '1/Ann' },
        ],
      },
      { id: '2' },
      { id: '3' },
    ]);
    const shown = errors.map((line) => line.split(',').slice(0, 6).join(' ').trim());
    expect(shown).toEqual([
      'people 2 3 warning  DuplicateKey',
      'items 3 4 error  BadRow',
      'rows 1 2 warning thing NotFound',
      'rows 3 4 warning owner NotFound',
    ]);
  });

  it('can keep out, or pass over, a row that finds nothing', async () => {
    const joins = (onMissing: string) => ({ joins: { owner: { file: 'people', on: { owner: 'no' }, onMissing } } });
    const people = { people: {} };
    const fields = { id: 'id', owner: 'owner.name' };
    const rejected = await load('id,owner\n1,8\n', oneStep(fields, { file: joins('reject'), files: people }), others);
    expect(rejected.bodies).toEqual([]);
    const passed = await load('id,owner\n1,8\n', oneStep(fields, { file: joins('omit'), files: people }), others);
    expect(passed).toMatchObject({ bodies: [{ id: '1' }], summary: { codes: { DuplicateKey: 1 } } });
  });
});
