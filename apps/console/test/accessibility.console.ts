/** @long Every page is looked at four times. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { PATHS } from './paths.js';
import { Product } from './product.js';
import { turnTo } from './steps.js';

let product: Product;
beforeAll(async () => (product = await (await Product.start('--sample')).claim()));
afterAll(() => product?.stop());

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Every pair of two of width, theme and language is in one of these. */
const LOOKS = {
  en: [
    { width: 1440, height: 900, colorScheme: 'light' },
    { width: 390, height: 844, colorScheme: 'dark' },
  ],
  zh: [
    { width: 1440, height: 900, colorScheme: 'dark' },
    { width: 390, height: 844, colorScheme: 'light' },
  ],
} as const;

type Language = keyof typeof LOOKS;

const violationsOn = async (page: Page, language: Language): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const { width, height, colorScheme } of LOOKS[language]) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const inLook = await page.evaluate(async (values) => {
      await new Promise(requestAnimationFrame);
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations } = await run(document, { runOnly: values, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => {
        const first = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160));
        return `${id}: ${first.join(' | ')}`;
      });
    }, RULES);
    found.push(...inLook.map((violation) => `at ${width} in ${colorScheme}: ${violation}`));
  }
  return found;
};

it.each(['en', 'zh'] as const)(
  'meets WCAG 2.2 AA on every page, wide and narrow, light and dark, in %s',
  async (language) => {
    const start = await product.visit('/', { language });
    await start.locator('#entry-name').waitFor();
    const found: (readonly [string, readonly string[]])[] = [['sign-in', await violationsOn(start, language)]];
    const page = await product.open('/', 'admin', { language, isStill: true });
    for (const path of PATHS) {
      await turnTo(page, path);
      found.push([path, await violationsOn(page, language)]);
    }
    await page.context().close();
    expect(found.filter(([, violations]) => violations.length > 0)).toEqual([]);
  },
);
