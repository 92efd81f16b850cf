import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '@ennead/testing';
import type { Locator, Page } from 'playwright-core';
import { labReference, labStarter } from './answer-key.ts';

/** From the candidate's home to the workbench, which on a phone shows one panel at a time. */
export const enterLab = async (page: Page): Promise<string> => {
  await page.goto('/candidate');
  await page
    .getByRole('button', { name: /实验|lab/i })
    .first()
    .click();
  await page.waitForURL(/\/lab\/[0-9a-f-]{36}$/);
  await page.locator('h1').waitFor();
  return new URL(page.url()).pathname.split('/')[2]!;
};

/** Into the lab; resolves when its machine is ready and the terminal shows a prompt. */
export const openLab = async (page: Page): Promise<string> => {
  const id = await enterLab(page);
  await terminalShows(page, '$');
  return id;
};

export const terminalShows = (page: Page, text: string, withinMs = 30_000): Promise<unknown> =>
  eventually(async () => (await page.locator('.xterm-rows').innerText()).includes(text), withinMs);

/** Types a line into the terminal, as at a keyboard. */
export const typeInTerminal = async (page: Page, line: string): Promise<void> => {
  await page.locator('.xterm-helper-textarea').focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
};

/** What a person does whose server died while the editor's code was on its way. */
const beginAnew = async (page: Page, path: string, again: Locator): Promise<void> => {
  await again.click();
  await page.locator(`[role=treeitem][data-path="${path}"]`).click();
};

/** Puts a text in place of the whole file, by way of the editor and the clipboard. */
const replaceFile = async (page: Page, path: string, before: string, after: string): Promise<void> => {
  await page.locator(`[role=treeitem][data-path="${path}"]`).click();
  const lines = page.locator('.monaco-editor .view-lines').first();
  const firstLine = before.split('\n')[0]!.trim();
  await eventually(async () => {
    const cut = page.getByRole('alert').getByRole('button', { name: /重新加载|Reload/ });
    if (await cut.isVisible()) await beginAnew(page, path, cut);
    return (await lines.innerText({ timeout: 5_000 })).replaceAll('\u00a0', ' ').includes(firstLine);
  }, 60_000);
  await page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first().focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(after)})`);
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('ControlOrMeta+S');
};

/** Every file of the reference solution that differs from the starter. */
export const solveLab = async (page: Page): Promise<void> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const name of await readdir(join(labReference, 'retrieval'))) {
    const path = `retrieval/${name}`;
    if (!name.endsWith('.py')) continue;
    const before = await readFile(join(labStarter, path), 'utf8');
    const after = await readFile(join(labReference, path), 'utf8');
    if (before !== after) await replaceFile(page, path, before, after);
  }
};

/** "Check my work": resolves with what the tasks say when the last case has run. */
export const checkWork = async (page: Page): Promise<string> => {
  await page.getByRole('tab', { name: /^(任务|Tasks)/ }).click();
  await page.getByRole('button', { name: /^(检查|再检查|Check)/ }).click();
  const again = page.getByRole('button', { name: /^(再检查一次|Check again)/, disabled: false });
  await again.and(page.locator(':not([aria-busy])')).waitFor({ timeout: 60_000 });
  return page.getByRole('tabpanel').filter({ has: again }).innerText();
};

/** Hands in and waits for the verdict. @returns what the page says of it */
export const handInLab = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: /^(交卷|Hand in)$/ }).click();
  await page.locator('dialog[open] footer button').last().click();
  await page
    .getByRole('button', { name: /^(交卷|Hand in)$/ })
    .first()
    .waitFor({ state: 'detached', timeout: 60_000 });
  await page.locator('main ol li').first().waitFor({ timeout: 90_000 });
  return page.locator('main').innerText();
};
