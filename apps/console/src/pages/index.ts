import type { Page } from './page.js';

const found = import.meta.glob<Page>('./*/page.ts', { eager: true, import: 'default' });

/** Every page, from the folders beside this file; those in the menu first, in their order. */
export const pages: readonly Page[] = Object.values(found).toSorted(
  (one, other) => (one.menu?.place ?? Infinity) - (other.menu?.place ?? Infinity) || one.path.localeCompare(other.path),
);
