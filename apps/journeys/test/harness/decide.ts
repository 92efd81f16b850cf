import type { UndecidedList, UndecidedPage } from '@ennead/contracts';
import type { Page } from 'playwright-core';

/** Opens a list and says whether the candidate is in it, once the page has been told. */
const isListed = async (page: Page, list: UndecidedList, candidateName: string): Promise<boolean> => {
  const told = page.waitForResponse((response) => {
    const { pathname, searchParams } = new URL(response.url());
    return pathname === '/api/decisions/undecided' && searchParams.get('list') === list;
  });
  await page.goto(`/decisions?list=${list}`);
  const { rows } = (await (await told).json()) as UndecidedPage;
  return rows.some((row) => row.candidateName === candidateName);
};

/** Finds the case in the certifier's lists, goes down the evidence to its end, and decides. */
export const decide = async (
  page: Page,
  candidateName: string,
  outcome: 'grant' | 'refuse',
  reason: string,
): Promise<void> => {
  for (const list of ['clear', 'nearBoundary', 'blocked'] as const)
    if (await isListed(page, list, candidateName)) break;
  const link = page.getByRole('link', { name: candidateName }).first();
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
