import { logIn, openBrowser, sitDown, type Desk, type PersonOptions } from './browser.ts';
import { reportFailures } from './report-failures.ts';
import { startEnnead, type Ennead, type Size } from './start-ennead.ts';

/** Ennead and a browser before it, with everybody who comes in. */
export type House = {
  readonly ennead: Ennead;
  /** Somebody who is not logged in. */
  visitor(options?: PersonOptions): Promise<Desk>;
  /** Somebody logged in with an account of the demo: `candidate1`, `certifier`. */
  person(account: string, options?: PersonOptions): Promise<Desk>;
  /** @throws Error where a page wrote an error that no step foresaw, also by what it may not load or run */
  close(): Promise<void>;
};

export const openHouse = async (size?: Size): Promise<House> => {
  const [ennead, browser] = await Promise.all([startEnnead(size), openBrowser()]);
  const desks: Desk[] = [];
  reportFailures(() => browser.contexts());
  const visitor = async (options?: PersonOptions) => {
    const desk = await sitDown(browser, ennead.url, options);
    desks.push(desk);
    return desk;
  };
  return {
    ennead,
    visitor,
    person: async (name, options) => {
      const account = ennead.accounts.find(({ email }) => email.startsWith(`${name}@`));
      if (!account) throw new Error(`The demo has no account ${name}.`);
      const desk = await visitor(options);
      await logIn(desk, account);
      return desk;
    },
    close: async () => {
      await browser.close();
      await ennead.stop();
      const faults = desks.flatMap((desk) => desk.faults);
      if (faults.length > 0) throw new Error(`The pages wrote what no step foresaw:\n${faults.join('\n')}`);
    },
  };
};
