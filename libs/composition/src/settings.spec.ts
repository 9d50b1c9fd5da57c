import { settings } from './catalogue.js';

it('has no two settings of one name', () =>
  expect(new Set(settings.map(({ name }) => name)).size).toBe(settings.length));

it.each(settings)('explains $name in both languages by a phrase that stands alone', ({ meaning: { en, zh } }) => {
  expect(en).toMatch(/^[A-Z][^…]*[^…. ]$/);
  expect(zh).toMatch(/\p{Script=Han}[^…]*[^…。 ]$/u);
});
