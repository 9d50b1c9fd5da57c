import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PATHS } from './paths.js';
import { Product } from './product.js';
import { turnTo } from './steps.js';

const folder = process.env['SCREENS'] ?? '';
const wanted = process.env['PAGES']?.split(',');

let product: Product;
beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  product = await (await Product.start('--sample')).claim();
});
afterAll(() => product?.stop());

const nameOf = (path: string) => path.replace(/^\//, '').replace(/\W+/g, '-') || 'home';

const looks = ([1440, 390] as const).flatMap((width) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['en', 'zh'] as const).map((language) => ({ width, theme, language })),
  ),
);

it.each(looks)('shows every page at $width in $theme and $language', async (look) => {
  const { width, theme, language } = look;
  const page = await product.open('/', 'admin', { ...look, isStill: true });
  for (const path of wanted ?? PATHS) {
    await turnTo(page, path);
    await page.screenshot({ path: join(folder, `${nameOf(path)}-${language}-${theme}-${width}.png`) });
  }
  await page.context().close();
});
