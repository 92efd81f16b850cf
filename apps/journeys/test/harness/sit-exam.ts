import type { AttemptView, PublicItem } from '@ennead/contracts';
import type { Page } from 'playwright-core';
import { knownAnswer } from './answer-key.ts';
import { partOf, readEntry } from './own-entry.ts';

/** From the candidate's home through the rules to the first item. @returns the attempt as the page has it */
export const beginExam = async (page: Page): Promise<AttemptView> => {
  await page.goto('/candidate');
  const entry = await readEntry(page);
  await page.locator(`a[href="/exam/start/${entry.id}/${partOf(entry, 'form').partId}"]`).click();
  await page.waitForURL('**/exam/start/**');
  await page.locator('main button').last().click();
  await page.waitForURL(/\/exam\/[0-9a-f-]{36}$/);
  await page.locator('article h2').waitFor();
  return readAttempt(page);
};

export const readAttempt = async (page: Page): Promise<AttemptView> => {
  const id = new URL(page.url()).pathname.split('/')[2];
  return (await (await page.request.get(`/api/attempts/${id}`)).json()) as AttemptView;
};

export type Skill = 'right' | 'wrong';

/** Answers the item on the page by mouse or keyboard, as its type asks. */
export const answerItem = async (page: Page, item: PublicItem, skill: Skill): Promise<void> => {
  const known = await knownAnswer(item.id);
  if (known.kind === 'type') {
    await page.locator('article input[type=text]').fill(skill === 'right' ? known.text : '不知道');
    return;
  }
  const options = skill === 'right' ? known.options : [known.wrong ?? ''];
  for (const option of options)
    await page.locator(`article input[name="${item.id}"][value="${option}"]`).check();
};

/** Goes through the whole form in its order: the first `wrong` items wrongly, the rest right. */
export const answerAll = async (page: Page, items: readonly PublicItem[], wrong = 0): Promise<void> => {
  for (const [at, item] of items.entries()) {
    await answerItem(page, item, at < wrong ? 'wrong' : 'right');
    if (at < items.length - 1) await nextItem(page, at + 2);
  }
};

const nextItem = async (page: Page, number: number): Promise<void> => {
  await page.locator('nav button').last().click();
  await page.locator('article h2', { hasText: new RegExp(`(^|\\D)${number}(\\D|$)`) }).waitFor();
};

export const saveState = (page: Page) => page.getByTestId('save-state');

/** Hands in through the dialogue that says what is open; it is scored a moment later. */
export const handInExam = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /^(交卷|Hand in)/ })
    .first()
    .click();
  await page.locator('dialog[open] footer button').last().click();
  await page.locator('nav button').last().waitFor({ state: 'detached' });
  await page.locator('main a[href$="/report"]').waitFor();
};
