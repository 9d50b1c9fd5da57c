import { isPhoneRegion, phoneRegionOf, phonesIn, phoneTerms, queryTerms, type PhoneRegion } from './index.js';

const international = (text: string, region: PhoneRegion = 'CN') =>
  phonesIn(text, [region]).map((phone) => phone.international);

it.each<[string, PhoneRegion, ...(string | null)[]]>([
  ['+49 (0711) 1234567', 'CN', '497111234567'],
  ['+86-010-62345678', 'DE', '861062345678'],
  ['8 (495) 123-45-67', 'RU', '74951234567'],
  ['8 (495) 123-45-67', 'CN', null],
  ['138 0013 8000', 'CN', '8613800138000'],
  ['１３８　００１３　８０００', 'CN', '8613800138000'],
  ['138\u20110013\u22128000', 'CN', '8613800138000'],
  ['0041 44 668 18 00', 'CN', '41446681800'],
  ['021-61234567-8012', 'CN', '862161234567'],
  ['021-65432111转8012', 'CN', '862165432111'],
  ['021-65432111 分机：8012', 'CN', '862165432111'],
  ['+1 415 555 2671 ext. 890', 'CN', '14155552671'],
  ['+1 415 555 2671 x890', 'CN', '14155552671'],
  ['021-61234567/13800138000', 'CN', '862161234567', '8613800138000'],
  ['021-61234567 13800138000', 'CN', '862161234567', '8613800138000'],
  ['13800138000,13900139000', 'CN', '8613800138000', '8613900139000'],
  ['13800138000、13900139000', 'CN', '8613800138000', '8613900139000'],
  ['021-61234567转1 或 13900139000', 'CN', '862161234567', '8613900139000'],
  ['电话：021-61234567', 'CN', '862161234567'],
  ['0711/1234567', 'DE', '497111234567'],
  ['95588', 'CN', null],
])('reads %s in %s', (text, region, ...numbers) => expect(international(text, region)).toEqual(numbers));

it('reads nothing where there is no number', () => expect(phonesIn('ask for it', ['CN'])).toEqual([]));

it('reads a number as one of the first region in which it is valid', () =>
  expect(phonesIn('030-0074321', ['DE', 'CN'])).toEqual([
    { written: '300074321', international: '49300074321', national: '300074321' },
  ]));

it('knows regions by letters and names', () => {
  expect(['cn', 'Germany', '德国', 'Österreich', 'Austria'].map(phoneRegionOf)).toEqual([
    'CN',
    'DE',
    'DE',
    undefined,
    'AT',
  ]);
  expect(['CN', 'XX', ''].map(isPhoneRegion)).toEqual([true, false, false]);
});

const finds = (text: string, query: string) =>
  queryTerms(query, 'CN').every((term) => phoneTerms(text, ['CN']).some((known) => known.startsWith(term)));

it.each([
  ['138 0013 8000', '+8613800138000'],
  ['138 0013 8000', '0086 138-0013-8000'],
  ['+86 138 0013 8000', '13800138000'],
  ['8 (495) 123-45-67', '+74951234567'],
  ['+49 (0711) 1234567', '0711 1234567'],
  ['021-61234567-8012', '02161234567'],
  ['021-61234567-8012', '8012'],
  ['021-65432111转8012', '021-65432111转8012'],
  ['+1 415 555 2671 ext. 890', '+14155552671'],
  ['021-61234567/13800138000', '13800138000'],
  ['+86 21 5555 0142', '0142'],
  ['+86 21 5555 0142', '5555 01'],
])('finds %s by %s', (text, query) => expect(finds(text, query)).toBe(true));

it('does not find a number by another one', () => expect(finds('138 0013 8000', '13800138001')).toBe(false));
