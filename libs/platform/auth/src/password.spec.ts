import { hashOfNobody, hashPassword, isPassword, oneTimePassword, passwordsUnderWay } from './password.js';

const cheap = { N: 2, r: 1, p: 1 };

it('knows the right password, however its letters are composed', async () => {
  const hash = await hashPassword('caf\u00e9 au lait', cheap);
  expect(await isPassword('cafe\u0301 au lait', hash)).toBe(true);
  expect(await isPassword('cafe au lait', hash)).toBe(false);
});

it('salts, so that nobody sees who has the same password', async () => {
  expect(await hashPassword('same', cheap)).not.toBe(await hashPassword('same', cheap));
});

it('records its cost, which is high by default', async () => {
  const hash = await hashPassword('secret');
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await isPassword('secret', hash)).toBe(true);
});

it('costs as much to check for an unknown name as for a known one, and no password is right', async () => {
  const costOf = (hash: string) => hash.replace(/\$[\w-]{22}\$[\w-]{43}$/, '');
  expect(costOf(hashOfNobody())).toBe(costOf(await hashPassword('secret')));
  expect(costOf(hashOfNobody(cheap))).toBe('scrypt$2$1$1');
  expect(await isPassword('', hashOfNobody(cheap))).toBe(false);
  expect(hashOfNobody(cheap)).not.toBe(hashOfNobody(cheap));
});

it('is checked beside at most one other, whatever comes at once', async () => {
  const counts: number[] = [];
  const checked = Array.from({ length: 12 }, async () => {
    await hashPassword('same', cheap);
    counts.push(passwordsUnderWay());
  });
  counts.push(passwordsUnderWay());
  await Promise.all(checked);
  expect(Math.max(...counts)).toBe(2);
  expect(passwordsUnderWay()).toBe(0);
});

it('makes one-time passwords of 26 random letters', () => {
  const passwords = Array.from({ length: 100 }, oneTimePassword);
  expect(new Set(passwords).size).toBe(100);
  for (const password of passwords) expect(password.replaceAll('-', '')).toMatch(/^[a-km-np-z2-9]{26}$/);
});
