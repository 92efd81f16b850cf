import type { UndecidedList, UndecidedPage } from '@ennead/contracts';
import { eventually } from '@ennead/testing';
import type { Page } from 'playwright-core';

const lists = ['clear', 'nearBoundary', 'blocked'] as const satisfies readonly UndecidedList[];

/** Asked beside the page: what a page was told is gone as soon as it goes on, as after its server was killed. */
const isListed = async (page: Page, list: UndecidedList, candidateName: string): Promise<boolean> => {
  const { rows } = await eventually(async () => {
    const answer = await page.request.get(`/api/decisions/undecided?list=${list}`);
    return answer.ok() ? ((await answer.json()) as UndecidedPage) : undefined;
  });
  return rows.some((row) => row.candidateName === candidateName);
};

/** @throws Error where the candidate is in none of them */
const findList = async (page: Page, candidateName: string): Promise<UndecidedList> => {
  for (const list of lists) if (await isListed(page, list, candidateName)) return list;
  throw new Error(`${candidateName} is in no list of undecided cases.`);
};

/** Finds the case in the certifier's lists, goes down the evidence to its end, and decides. */
export const decide = async (
  page: Page,
  candidateName: string,
  outcome: 'grant' | 'refuse',
  reason: string,
): Promise<void> => {
  await page.goto(`/decisions?list=${await findList(page, candidateName)}`);
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
