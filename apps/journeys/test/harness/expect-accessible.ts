import AxeBuilder from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** In the browser: done when whatever fades in or out has done so; what turns for ever is not waited for. */
const fadedIn = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished))`;

/** No violation of WCAG 2.2 A or AA on the page as it stands, once nothing of it fades in any more. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const first = await findViolations(page);
  // What began to fade out while it was looked at is pale for a moment: what is wrong is so twice.
  const found = first.length > 0 ? await findViolations(page) : first;
  expect({ at: page.url(), found }).toEqual({ at: page.url(), found: [] });
};

const findViolations = async (page: Page) => {
  await page.evaluate(fadedIn);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // In the page itself, in half the time: a second page is there to put frames of other sites together, and none has any.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  );
};
