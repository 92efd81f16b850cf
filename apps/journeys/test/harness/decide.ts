import type { Page } from 'playwright-core';

/** Finds the case in the certifier's lists, goes down the evidence to its end, and decides. */
export const decide = async (
  page: Page,
  candidateName: string,
  outcome: 'grant' | 'refuse',
  reason: string,
): Promise<void> => {
  await page.goto('/decisions');
  const link = page.getByRole('link', { name: candidateName }).first();
  const tabs = page.getByRole('tab');
  await tabs.first().waitFor();
  for (let at = 0; at < 3 && !(await link.isVisible()); at += 1) await tabs.nth(at).click();
  await link.click();
  const form = page.locator('main form').last();
  await form.locator(`input[type=radio][value=${outcome}]`).check();
  if (outcome === 'grant') await form.locator('input[type=checkbox]').check();
  await form.locator('input[inputmode=decimal]').fill('1');
  await form.locator('textarea').last().fill(reason);
  await form.locator('button[type=submit]').click();
  await page.locator('dialog[open] footer button').last().click();
  await form.waitFor({ state: 'detached' });
};

/** As the second person: finds what another certifier proposed, and confirms it with a reason. */
export const confirmProposal = async (page: Page, candidateName: string, reason: string): Promise<void> => {
  await page.goto('/decisions?list=proposed');
  await page.getByRole('link', { name: candidateName }).click();
  const confirm = page.locator('#decision button').first();
  await confirm.click();
  const dialog = page.locator('dialog[open]');
  await dialog.locator('textarea').fill(reason);
  await dialog.locator('footer button').last().click();
  await dialog.waitFor({ state: 'detached' });
};
