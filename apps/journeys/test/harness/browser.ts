import type { Locale } from '@ennead/contracts';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { watchRequests } from './report-failures.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: flags });

export type PersonOptions = {
  readonly locale?: Locale;
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** IANA. */
  readonly timeZone?: string;
};

/** A page of somebody's own browser; whatever it logs as an error is kept in `faults`. */
export type Desk = { readonly context: BrowserContext; readonly page: Page; readonly faults: string[] };

/** Errors that a killed server causes by design. */
const connectionLost =
  /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INTERNET_DISCONNECTED|WebSocket|status of (401|403|404|409|410|422|503)/;

export const sitDown = async (
  browser: Browser,
  url: string,
  {
    locale = 'zh-CN',
    theme = 'light',
    width = 1280,
    height = 900,
    timeZone = 'Asia/Shanghai',
  }: PersonOptions = {},
): Promise<Desk> => {
  const context = await browser.newContext({
    baseURL: url,
    locale,
    colorScheme: theme,
    viewport: { width, height },
    timezoneId: timeZone,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  watchRequests(context);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !connectionLost.test(message.text())) faults.push(message.text());
  });
  return { context, page, faults };
};

export const logIn = async (
  { page }: Desk,
  { email, password }: { email: string; password: string },
): Promise<void> => {
  await page.goto('/log-in');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((address) => address.pathname !== '/log-in');
};
