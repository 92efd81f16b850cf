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

/** A page of somebody's own browser. Whatever it logs as an error, and no step foresaw, is kept in `faults`. */
export type Desk = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: string[];
  /** From here on these errors are what the steps bring about: a refusal, a killed server, a line that is cut. */
  foresee(errors: RegExp): void;
};

/** What a refusal leaves in the browser's log. */
export const refusedWith = (...statuses: readonly number[]): RegExp =>
  new RegExp(`the server responded with a status of (${statuses.join('|')}) `);

/** What a page writes while its server is not to be reached. */
export const connectionLost =
  /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONTENT_LENGTH_MISMATCH|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|WebSocket connection/;

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
  const foreseen: RegExp[] = [];
  const keep = (fault: string) => {
    if (!foreseen.some((errors) => errors.test(fault))) faults.push(fault);
  };
  // Of every page of the context: a second tab, a certificate that opens in one.
  context.on('weberror', (fault) => keep(String(fault.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') keep(`${message.text()} (${message.location().url})`);
  });
  return { context, page, faults, foresee: (errors) => foreseen.push(errors) };
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
