import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Takes a picture for the README when SCREENSHOTS_DIR says where to; otherwise nothing. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.SCREENSHOTS_DIR;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
};
