import axe from 'axe-core';
import type { Page } from 'playwright-core';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Found = { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] };

/** What WCAG 2.2 AA forbids on the page, as far as axe can tell: rules with the elements that break them. */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Found[] }> } };
    return (await axe.run({ runOnly: { type: 'tag', values: tags } })).violations;
  }, STANDARD);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`);
};
