import type { Page } from 'playwright-core';

/** Opens the first script of the queue and marks every criterion with the same points, by keyboard alone. */
export const markFirstScript = async (page: Page, points: number): Promise<string> => {
  await page.goto('/reviews');
  await page.locator('table a').first().click();
  const criteria = page.locator('[data-criterion]');
  await criteria.first().waitFor();
  const seen = await page.locator('main').innerText();
  const count = await criteria.count();
  for (let at = 0; at < count; at += 1) {
    await page
      .locator(`[data-criterion]:nth-child(${at + 1})[data-current] input[type=radio]`)
      .first()
      .waitFor();
    await page.keyboard.press(String(points));
    await page.locator(`[data-current] input[type=radio][value="${points}"]:checked`).waitFor();
    if (at < count - 1) await page.keyboard.press('n');
  }
  await page.keyboard.press('s');
  await page.locator('dialog[open] footer button').last().click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  return seen;
};
