import { existsSync } from 'node:fs';
import { aptInstall } from './apt.ts';
import { findProgram } from './find-program.ts';
import { foreign, type Note, type Service, unavailable } from './service.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const CJK_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

export interface ChromiumDetails {
  readonly path: string;
}

/** A Chromium for browser tests: CHROMIUM_PATH, one that is installed, else Debian's with a Chinese font. */
export async function provideChromium(note: Note = () => {}): Promise<Service<ChromiumDetails>> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return foreign({ path: named });
  const found = await findChromium();
  if (found && (process.platform !== 'linux' || existsSync(CJK_FONT))) return foreign({ path: found });

  const result = await aptInstall(found ? ['fonts-noto-cjk'] : ['chromium', 'fonts-noto-cjk'], note);
  const path = await findChromium();
  if (path) return foreign({ path });
  return unavailable(
    `Chromium is missing: ${result.ok ? 'it is not on the PATH' : result.reason}, or set CHROMIUM_PATH.`,
  );
}

async function findChromium(): Promise<string | undefined> {
  for (const name of NAMES) {
    const path = await findProgram(name);
    if (path) return path;
  }
  return undefined;
}
