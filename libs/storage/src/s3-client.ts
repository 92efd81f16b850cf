import { S3Client } from '@aws-sdk/client-s3';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { S3Bucket } from './s3-bucket.ts';

/** How long we wait, in milliseconds. */
export type Patience = {
  /** For a connection. */
  readonly connectMs: number;
  /** For the answer to a whole request, and while bytes of it are due. */
  readonly answerMs: number;
};

export const usualPatience: Patience = { connectMs: 3_000, answerMs: 20_000 };

/** A client that waits no longer than it is told, and asks once: whoever calls knows what may be asked again. */
export const makeS3Client = (
  { bucket: _bucket, accessKeyId, secretAccessKey, ...where }: S3Bucket,
  { connectMs, answerMs }: Patience,
): S3Client =>
  new S3Client({
    ...where,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: connectMs,
      requestTimeout: answerMs,
      throwOnRequestTimeout: true,
      socketTimeout: answerMs,
    }),
    // What goes wrong is told by a StorageFault, once.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    // Its own checksums travel in a way that many compatible services do not know; ours is the SHA-256.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
