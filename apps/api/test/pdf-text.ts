import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aptInstall } from '@ennead/provision';

const run = promisify(execFile);

/** Installs Poppler where it is missing, so that a PDF is read by a program that did not write it. */
const poppler = async (program: string, args: string[]): Promise<string> => {
  const attempt = async () => (await run(program, args)).stdout;
  try {
    return await attempt();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
    const installed = await aptInstall(['poppler-utils'], () => undefined);
    if (!installed.ok) throw new Error(`pdftotext is missing: ${installed.reason}`, { cause: fault });
    return attempt();
  }
};

/** Text and properties of a PDF as Poppler reads them. */
export const readPdf = async (pdf: Buffer): Promise<{ text: string; info: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'ennead-pdf-'));
  const file = join(folder, 'document.pdf');
  try {
    await writeFile(file, pdf);
    return { text: await poppler('pdftotext', ['-raw', file, '-']), info: await poppler('pdfinfo', [file]) };
  } finally {
    await rm(folder, { recursive: true });
  }
};
