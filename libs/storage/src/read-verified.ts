import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { finished, type Readable, Transform, type TransformCallback } from 'node:stream';
import { StorageFault } from './storage-fault.ts';
import type { Content } from './storage.ts';

/**
 * A stream of the source that ends only if its bytes are those of the content. It is given once its first bytes are
 * there, so that what is short has been verified as a whole by then.
 * @throws StorageFault, as the stream does
 */
export const readVerified = async (source: Readable, content: Content): Promise<Readable> => {
  const verified = new Verification(content);
  // Also a source that closes before its end, without saying why.
  finished(source, (fault) => {
    if (fault) verified.destroy(new StorageFault('broken-off', content.sha256, fault));
  });
  verified.once('close', () => source.destroy());
  // It may fail before whoever asked for it listens, and would then end the process.
  verified.on('error', () => undefined);
  source.pipe(verified);
  await once(verified, 'readable');
  return verified;
};

/** Holds the newest piece back until the next one or the end has been seen, so that nothing whole is given unverified. */
class Verification extends Transform {
  private readonly hash = createHash('sha256');
  private seenBytes = 0;
  private held: Buffer | undefined;

  constructor(private readonly content: Content) {
    super();
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(piece);
    this.seenBytes += piece.length;
    const before = this.held;
    this.held = piece;
    done(this.seenBytes > this.content.sizeBytes ? this.fault('wrong-length') : null, before);
  }

  override _flush(done: TransformCallback): void {
    if (this.seenBytes !== this.content.sizeBytes) return done(this.fault('wrong-length'));
    if (this.hash.digest('hex') !== this.content.sha256) return done(this.fault('altered'));
    done(null, this.held);
  }

  private fault(code: 'wrong-length' | 'altered'): StorageFault {
    return new StorageFault(code, this.content.sha256);
  }
}
