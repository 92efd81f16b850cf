import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { askService } from './ask-service.ts';
import { folderOf } from './folder-of.ts';
import { Incoming } from './incoming.ts';
import { readVerified } from './read-verified.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { makeS3Client, usualPatience, type Patience } from './s3-client.ts';
import { StorageFault } from './storage-fault.ts';
import { Storage, type Content, type ReceivedFile } from './storage.ts';

const checkWithinMs = 2_000;

/**
 * Files as objects `ab/abcdef…` of a bucket. An object is sent in one request once its hash is known, so the service has
 * it whole under its lasting name or not at all.
 */
export class S3Storage extends Storage {
  private constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
    incoming: Incoming,
  ) {
    super(incoming);
  }

  /** @param root local folder in which what is received waits. The bucket is not asked for anything yet. */
  static async of(bucket: S3Bucket, root: string, patience: Patience = usualPatience): Promise<S3Storage> {
    return new S3Storage(makeS3Client(bucket, patience), bucket.bucket, await Incoming.in(root));
  }

  async keep({ path, sha256, sizeBytes }: ReceivedFile): Promise<void> {
    const place = this.placeOf(sha256);
    // A local fault is none of the service's, and shows before it is asked.
    await access(path);
    await askService(sha256, async () => {
      const Body = createReadStream(path);
      const put = new PutObjectCommand({ ...place, Body, ContentLength: sizeBytes });
      declareHash(put, sha256);
      await this.client.send(put, { abortSignal: whenBroken(Body) }).finally(() => Body.destroy());
    });
  }

  async read(content: Content): Promise<Readable> {
    const { sha256, sizeBytes } = content;
    const place = this.placeOf(sha256);
    const { Body, ContentLength } = await askService(sha256, () =>
      this.client.send(new GetObjectCommand(place)),
    );
    if (!(Body instanceof Readable)) throw new Error('the client gives no stream of Node');
    if (ContentLength !== undefined && ContentLength !== sizeBytes) {
      Body.destroy();
      throw new StorageFault('wrong-length', sha256);
    }
    return readVerified(Body, content);
  }

  async remove(sha256: string): Promise<void> {
    const place = this.placeOf(sha256);
    await askService(sha256, () => this.client.send(new DeleteObjectCommand(place)));
  }

  async check(): Promise<void> {
    const abortSignal = AbortSignal.timeout(checkWithinMs);
    await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }), { abortSignal }).catch((fault) => {
      throw new StorageFault('unreachable', null, fault);
    });
  }

  close(): void {
    this.client.destroy();
  }

  private placeOf(sha256: string) {
    return { Bucket: this.bucket, Key: `${folderOf(sha256)}/${sha256}` };
  }
}

/** Signs the hash of the body with the request: the service refuses any other bytes than these. */
const declareHash = (put: PutObjectCommand, sha256: string): void =>
  put.middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
      return next(args);
    },
    { step: 'build', name: 'declareHash' },
  );

/** The client does not look after the stream that it sends: a fault in it would end the process. */
const whenBroken = (body: Readable): AbortSignal => {
  const broken = new AbortController();
  body.once('error', (fault) => broken.abort(fault));
  return broken.signal;
};
