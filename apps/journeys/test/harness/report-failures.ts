import { addEventHandler } from 'jest-circus';
import type { BrowserContext, Page, Request } from 'playwright-core';

/**
 * When a spec fails, prints what stood on the open pages and which requests had no answer yet: all that is left to find the
 * reason by when a run elsewhere fails once in many.
 */
export const reportFailures = (contexts: () => readonly BrowserContext[]): void =>
  addEventHandler(async (event) => {
    if (event.name !== 'test_fn_failure') return;
    const pages = contexts().flatMap((context) => context.pages());
    const told = await Promise.all(pages.map(describePage));
    process.stderr.write(`\n● ${event.test.name}: what the pages showed\n${told.join('\n')}\n`);
  });

const underway = new WeakMap<BrowserContext, Set<string>>();

/** Keeps in mind which requests of a browser have no answer yet. */
export const watchRequests = (context: BrowserContext): void => {
  const open = new Set<string>();
  underway.set(context, open);
  const close = (request: Request) => open.delete(nameOf(request));
  context.on('request', (request) => open.add(nameOf(request)));
  context.on('requestfinished', close);
  context.on('requestfailed', close);
};

const nameOf = (request: Request): string => `${request.method()} ${request.url()}`;

const describePage = async (page: Page): Promise<string> => {
  const text = await page
    .locator('body')
    .innerText({ timeout: 2_000 })
    .catch((fault: unknown) => String(fault));
  const focused = await page.evaluate('document.activeElement?.outerHTML').catch(String);
  return [
    page.url(),
    `  waiting for: ${[...(underway.get(page.context()) ?? [])].join(', ') || 'nothing'}`,
    `  focus: ${String(focused).slice(0, 200)}`,
    text.replace(/^/gm, '  | ').slice(0, 2_000),
  ].join('\n');
};
