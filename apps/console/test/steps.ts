import type { Locator, Page, Request } from 'playwright-core';

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

/** Does something after which a draft is kept, with these words in it, or discarded, and waits until the server has answered. */
export const kept = async (on: Page, act: () => Promise<unknown>, method = 'PUT', words = '') => {
  const isIt = (request: Request) =>
    request.url().includes('/v1/me/drafts/') &&
    request.method() === method &&
    (request.postData() ?? '').includes(words);
  const answer = on.waitForResponse((response) => isIt(response.request()));
  await act();
  if (!(await answer).ok()) throw new Error('The draft was refused.');
};
