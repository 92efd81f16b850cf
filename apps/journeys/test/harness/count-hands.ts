import type { Locator, Page } from 'playwright-core';

/** What somebody does on a page, one by one: every press, choice and text counts. */
export const countHands = (page: Page) => {
  let count = 0;
  const one = async (act: Promise<unknown>): Promise<void> => {
    await act;
    count += 1;
  };
  return {
    count: () => count,
    press: (what: Locator) => one(what.click()),
    fill: (label: RegExp, text: string) => one(page.getByLabel(label).last().fill(text)),
    choose: (label: RegExp, option: { label: string } | { index: number }) =>
      one(page.getByLabel(label).last().selectOption(option)),
    file: (name: string) => one(page.locator('input[type=file]').setInputFiles(name)),
  };
};
