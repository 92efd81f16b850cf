import { join } from 'node:path';
import { makeDataSource } from '@ennead/persistence';
import { FolderStorage, S3Storage, StorageFault } from '@ennead/storage';
import { z } from 'zod';
import { copyFiles } from '../infrastructure/copy-files.ts';
import { s3BucketOf } from '../infrastructure/s3-bucket-of.ts';
import { readSettings } from '../settings.ts';

/** Copies the files of all portfolios from the local folder to the bucket of the settings, or back. */
const target = z.enum(['to-bucket', 'to-folder']).parse(process.argv[2]);
const settings = readSettings(process.env);
const s3Bucket = s3BucketOf(settings);
if (!s3Bucket) throw new Error('S3_BUCKET is not set.');

const root = join(settings.ENNEAD_DATA_DIR, 'files');
const folder = await FolderStorage.at(root);
const bucket = await S3Storage.of(s3Bucket, root);
const db = await makeDataSource(settings.DATABASE_URL, 1).initialize();
try {
  await bucket.check();
  const [from, to] = target === 'to-bucket' ? [folder, bucket] : [bucket, folder];
  const { copied, thereAlready, faults } = await copyFiles(db.manager, from, to);
  for (const { message } of faults) console.error(message);
  console.log(
    `${copied} copied and verified, ${thereAlready} there already, ${faults.length} not to be had.`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
} catch (fault) {
  if (!(fault instanceof StorageFault)) throw fault;
  console.error(`Nothing more was copied. ${fault.message}`);
  process.exitCode = 1;
} finally {
  await db.destroy();
  bucket.close();
}
