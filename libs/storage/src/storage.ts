import type { Readable } from 'node:stream';
import type { Incoming, ReceivedFile } from './incoming.ts';

export type { ReceivedFile };

/** What is asked for: bytes by their SHA-256, in lower-case hexadecimal, and how many they are. */
export type Content = Pick<ReceivedFile, 'sha256' | 'sizeBytes'>;

/**
 * Files by the SHA-256 of their content, wherever they lie. No name ever comes from outside: temporary ones are random,
 * lasting ones are hashes. A name that is no hash is an Error.
 */
export abstract class Storage {
  protected constructor(private readonly incoming: Incoming) {}

  /** Writes a stream to the local disk, hashing on the way. Should it break off, nothing of it stays. */
  receive(source: Readable): Promise<ReceivedFile> {
    return this.incoming.receive(source);
  }

  /** Drops what was received, if keeping has not taken it. To be called in any case. */
  discard(file: Pick<ReceivedFile, 'path'>): Promise<void> {
    return this.incoming.discard(file);
  }

  /**
   * Gives a received file its lasting name; a content that is there already is written anew, which mends it. When this
   * returns, file and name last. @throws StorageFault unreachable: whether it is kept is not known
   */
  abstract keep(file: ReceivedFile): Promise<void>;

  /**
   * The content from its beginning. The stream ends only if every byte was the one asked for: else it is destroyed with a
   * StorageFault before the last bytes have been given, so that no reader takes it for whole. To be read or destroyed.
   * @throws StorageFault where that is known before the first byte
   */
  abstract read(content: Content): Promise<Readable>;

  /** Forgets a content, if it is there. Only for whoever has made sure, under a lock, that nothing refers to it. */
  abstract remove(sha256: string): Promise<void>;

  /** @throws StorageFault unreachable, within seconds */
  abstract check(): Promise<void>;

  /** Lets go of connections. */
  abstract close(): void;
}
