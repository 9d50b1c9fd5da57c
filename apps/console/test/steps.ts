import type { Locator, Page } from 'playwright-core';

/** Goes on to another path, and waits until all that it shows has been read. */
export const turnTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(new URL(path, page.url()).href);
  await page.waitForLoadState('networkidle');
};

/** Sends the form of a dialog, and waits until the dialog is gone: its fields show the same words as the page. */
export const sendForm = async (dialog: Locator): Promise<void> => {
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'hidden' });
};
