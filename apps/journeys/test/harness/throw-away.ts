import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Writes a reason in the dialogue that is open, throws it away, and finds nothing of it once `reopen` has opened the dialogue again. */
export const throwAway = async (page: Page, reopen: () => Promise<void>): Promise<void> => {
  const dialog = page.locator('dialog[open]');
  await dialog.locator('textarea').fill('写了一半的理由');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: /^(放弃|Throw it away)$/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await reopen();
  expect(await dialog.locator('textarea').inputValue()).toBe('');
};
