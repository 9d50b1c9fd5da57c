import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { PATHS } from './paths.js';
import { Product } from './product.js';
import { turnTo } from './steps.js';

let product: Product;
beforeAll(async () => (product = await (await Product.start('--sample')).claim()));
afterAll(() => product?.stop());

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const violationsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (values) => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: values });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  }, RULES);
  return found;
};

/** Every pair of two of width, theme and language. */
const looks = [
  { width: 1440, theme: 'light', language: 'en' },
  { width: 1440, theme: 'dark', language: 'zh' },
  { width: 390, theme: 'light', language: 'zh' },
  { width: 390, theme: 'dark', language: 'en' },
] as const;

it.each(looks)('meets WCAG 2.2 AA on every page at $width in $theme and $language', async (look) => {
  const start = await product.visit('/', look);
  await start.locator('#entry-name').waitFor();
  const found: (readonly [string, readonly string[]])[] = [['sign-in', await violationsOn(start)]];
  const page = await product.open('/', 'admin', { ...look, isStill: true });
  for (const path of PATHS) {
    await turnTo(page, path);
    found.push([path, await violationsOn(page)]);
  }
  await page.context().close();
  expect(found.filter(([, violations]) => violations.length > 0)).toEqual([]);
});
