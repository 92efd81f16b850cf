import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { eventually } from './eventually.ts';
import { isSignedV4 } from './verify-signature-v4.ts';

/** Handles a request in place of the double, or returns false to leave it to it. */
export type Interference = (request: IncomingMessage, response: ServerResponse) => boolean;

type StoredObject = {
  readonly bucket: string;
  readonly key: string;
  readonly content: IncomingMessage | Buffer;
};

/** What s3rver does not tell of itself: where it puts objects. */
type ObjectStore = {
  putObject(object: StoredObject): Promise<unknown>;
  getResourcePath(bucket: string, key: string, resource: 'object'): string;
};

/** The only key that s3rver knows. */
const key = 'S3RVER';

/**
 * A test double of an S3-compatible service: s3rver, in this process, over a folder of its own, with what it lacks of a
 * real one added here: an object is there whole or not at all, a body must have the hash that is declared for it, and the
 * signature is verified.
 */
export class S3Double {
  readonly settings;
  /** The same for a process: what `S3Settings` are read from. */
  readonly environment;
  /** Set by a spec that wants the service to fail. */
  interfere: Interference = () => false;

  private constructor(
    private readonly server: Server,
    private readonly store: ObjectStore,
    private readonly folder: string,
    readonly bucket: string,
  ) {
    const { port } = server.address() as AddressInfo;
    this.settings = {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket,
      accessKeyId: key,
      secretAccessKey: key,
      forcePathStyle: true,
    };
    this.environment = {
      S3_BUCKET: bucket,
      S3_ENDPOINT: this.settings.endpoint,
      S3_ACCESS_KEY_ID: key,
      S3_SECRET_ACCESS_KEY: key,
    };
  }

  static async start(bucket = 'ennead-files'): Promise<S3Double> {
    const folder = await mkdtemp(join(tmpdir(), 's3-double-'));
    const s3rver = new S3rver({
      directory: folder,
      silent: true,
      configureBuckets: [{ name: bucket, configs: [] }],
    });
    await s3rver.configureBuckets();
    const { store } = s3rver as unknown as { store: ObjectStore };
    storeWhole(store);
    const answer = s3rver.callback();
    const server = createServer((request, response) => {
      if (double.interfere(request, response)) return;
      if (isSignedV4(request, key)) answer(request, response);
      else refuse(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const double = new S3Double(server, store, folder, bucket);
    return double;
  }

  /** The file in which an object lies, to be looked at or damaged. */
  fileOf(objectKey: string): string {
    return this.store.getResourcePath(this.bucket, objectKey, 'object');
  }

  /** Of all objects in the bucket. */
  async keys(): Promise<string[]> {
    const ending = '._S3rver_object';
    const paths = await readdir(join(this.folder, this.bucket), { recursive: true });
    return paths.filter((path) => path.endsWith(ending)).map((path) => path.slice(0, -ending.length));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.folder, { recursive: true, force: true });
  }
}

const refuse = (response: ServerResponse): void => {
  const code = 'SignatureDoesNotMatch';
  response.writeHead(403, { 'content-type': 'application/xml', connection: 'close' });
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`);
};

/**
 * s3rver writes what arrives into its lasting place as it comes, and answers before it has: here it gets an object once it
 * is whole, one after the other, and answers when it is written.
 */
const storeWhole = (store: ObjectStore): void => {
  const put = store.putObject.bind(store);
  let last: Promise<unknown> = Promise.resolve();
  store.putObject = async (object) => {
    const content = Buffer.isBuffer(object.content) ? object.content : await bodyOf(object.content);
    const done = last.then(async () => {
      const written = await put({ ...object, content });
      const file = store.getResourcePath(object.bucket, object.key, 'object');
      await eventually(async () => (await stat(file)).size === content.length);
      return written;
    });
    last = done.catch(() => undefined);
    return done;
  };
};

/** @throws the service's refusal of a body that is not what its headers say */
const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const content = await buffer(request);
  const declared = request.headers['x-amz-content-sha256'];
  const actual = createHash('sha256').update(content).digest('hex');
  if (declared === actual || declared === 'UNSIGNED-PAYLOAD') return content;
  throw Object.assign(new Error('the body has another hash'), { status: 400, expose: true });
};
