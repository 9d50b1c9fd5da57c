import { weaknessOf } from './password-strength.js';

const own = ['admin.name', 'admin'];

it.each([
  ['blanks', '            ', 'simpleRepeat'],
  ['one letter', 'aaaaaaaaaaaa', 'simpleRepeat'],
  ['many of one letter', 'a'.repeat(1_000), 'simpleRepeat'],
  ['a word twice', 'passwordpassword', 'extendedRepeat'],
  ['Chinese words again and again', '密码密码密码密码密码密码', 'extendedRepeat'],
  ['the own name twice', 'admin.nameadmin.name', 'userInputs'],
  ['a row of keys', 'qwertyuiopas', 'similarToCommon'],
  ['a row of digits', '1234567890123456789', 'sequences'],
  ['a common one in wide letters', 'ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ', 'extendedRepeat'],
])('tells why %s is easy to guess', async (_, password, weakness) => {
  expect(await weaknessOf(password, own)).toBe(weakness);
});

it.each(['correct horse battery', 'Xk3!tz9Qpl2#', 'Zürich im Herbst', '春眠不觉晓 处处闻啼鸟'])(
  'accepts %s',
  async (password) => {
    expect(await weaknessOf(password, own)).toBeUndefined();
  },
);
