import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { FolderStorage, S3Storage, type Storage } from '@ennead/storage';
import type { Settings } from '../settings.ts';
import { s3BucketOf } from './s3-bucket-of.ts';

/**
 * The storage that the settings name. A bucket that does not answer is only complained of: everything but portfolio files
 * goes on without it, and it is found again when it returns.
 * @throws Error where the local folder cannot be made
 */
export const openStorage = async (settings: Settings): Promise<Storage> => {
  const root = join(settings.ENNEAD_DATA_DIR, 'files');
  const bucket = s3BucketOf(settings);
  if (!bucket) return FolderStorage.at(root);
  const storage = await S3Storage.of(bucket, root);
  await storage.check().catch((fault: Error) => {
    const where = `The bucket ${bucket.bucket} at ${bucket.endpoint ?? `AWS in ${bucket.region}`}`;
    new Logger('Storage').error(
      `${where} is not to be reached; until it is, portfolio files can be neither taken nor given out. ${fault.message}`,
    );
  });
  return storage;
};
