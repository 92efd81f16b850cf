import type { S3Settings } from '@ennead/contracts/internal';
import type { S3Bucket } from '@ennead/storage';

/** What services that know no regions are asked for. */
const usualRegion = 'us-east-1';

/** The bucket of these settings; undefined where files are in the local folder. */
export const s3BucketOf = (settings: S3Settings): S3Bucket | undefined => {
  const { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return undefined;
  return {
    bucket: S3_BUCKET,
    endpoint: S3_ENDPOINT,
    region: settings.S3_REGION ?? usualRegion,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
    forcePathStyle: settings.S3_PATH_STYLE ?? S3_ENDPOINT !== undefined,
  };
};
