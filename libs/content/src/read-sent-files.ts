import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exchange, LabSuite } from '@ennead/contracts/internal';
import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import type { Parsed, Path } from './read-yaml.ts';

/** Puts the content of every `sendFile` into `send`, so that the suite stands on its own. */
export async function readSentFiles(
  suite: Parsed<LabSuite> | null,
  folder: string,
  faults: Fault[],
): Promise<Parsed<LabSuite> | null> {
  if (!suite) return null;
  const contents = new Map<string, Promise<unknown>>();
  const read = (file: string) => {
    const known = contents.get(file) ?? readJson(join(folder, file));
    contents.set(file, known);
    return known;
  };
  const fill = async ({ sendFile, ...exchange }: Exchange, path: Path): Promise<Exchange> => {
    if (sendFile === undefined) return exchange;
    try {
      if (!/^[\w.-]+\.json$/.test(sendFile)) throw new Error('not the name of a .json file beside the suite');
      return { ...exchange, send: (await read(sendFile)) as Exchange['send'] };
    } catch (error) {
      const message = `\`${sendFile}\` cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}`;
      faults.push(
        faultAt(suite, [...path, 'sendFile'], message, 'name a JSON file that lies beside the suite'),
      );
      return exchange;
    }
  };
  const checks = await Promise.all(
    suite.value.checks.map(async (check, checkIndex) => ({
      ...check,
      cases: await Promise.all(
        check.cases.map(async (one, caseIndex) => ({
          ...one,
          exchanges: await Promise.all(
            one.exchanges.map((exchange, index) =>
              fill(exchange, ['checks', checkIndex, 'cases', caseIndex, 'exchanges', index]),
            ),
          ),
        })),
      ),
    })),
  );
  return { ...suite, value: { ...suite.value, checks } };
}

const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT' ? 'there is no such file' : message;

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
