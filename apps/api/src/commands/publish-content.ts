import { join, resolve } from 'node:path';
import { ContentFaults, formatFault, loadContent, publicationOf } from '@ennead/content';
import { makeDataSource, publish, PublicationRefused } from '@ennead/persistence';
import { z } from 'zod';
import { describePublication } from '../infrastructure/describe-publication.ts';

/**
 * Publishes the content of the folder that is named, with question-bank/ and labs/ in it, into the bank. All of it or nothing: with a fault in any file, the bank stays as it was.
 */
const { DATABASE_URL, CONTENT_SECRET } = z
  .object({ DATABASE_URL: z.string().min(1), CONTENT_SECRET: z.string().min(32) })
  .parse(process.env);
const root = resolve(z.string({ error: 'Name the folder of the content.' }).parse(process.argv[2]));

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
