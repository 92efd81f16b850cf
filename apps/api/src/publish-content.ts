import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ContentFaults, formatFault, loadContent, publicationOf } from '@ennead/content';
import { makeDataSource, publish, PublicationRefused } from '@ennead/persistence';
import { z } from 'zod';
import { describePublication } from './infrastructure/describe-publication.ts';

/**
 * Publishes the content of a folder with question-bank/ and labs/ (this checkout, unless another is named) into the
 * bank. All of it or nothing: with a fault in any file, the bank stays as it was.
 */
const { DATABASE_URL, CONTENT_SECRET } = z
  .object({ DATABASE_URL: z.string().min(1), CONTENT_SECRET: z.string().min(32) })
  .parse(process.env);
const root = resolve(process.argv[2] ?? fileURLToPath(new URL('../../../', import.meta.url)));

try {
  const content = await loadContent({
    questionBankDir: join(root, 'question-bank'),
    labsDir: join(root, 'labs'),
  });
  const publisher = await makeDataSource(DATABASE_URL, 1).initialize();
  try {
    console.log(describePublication(await publish(publisher, publicationOf(content, CONTENT_SECRET))));
  } finally {
    await publisher.destroy();
  }
} catch (fault) {
  if (fault instanceof ContentFaults) {
    for (const one of fault.faults) console.error(formatFault(one));
    console.error(`\n${fault.faults.length} fault(s). Nothing was published.`);
  } else if (fault instanceof PublicationRefused) console.error(`${fault.message} Nothing was published.`);
  else throw fault;
  process.exitCode = 1;
}
