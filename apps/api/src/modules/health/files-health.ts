import { Injectable } from '@nestjs/common';
import { Storage } from '@ennead/storage';

export type FilesState = 'ok' | 'away';

/** Anybody may ask how we are, and as often as they like; a bucket is asked for it no more often than this. */
const everyMs = 5_000;

/** Whether files can be stored and had, as of a few seconds ago. */
@Injectable()
export class FilesHealth {
  private askedAt = -Infinity;
  private state: Promise<FilesState> = Promise.resolve('away');

  constructor(private readonly storage: Storage) {}

  look(): Promise<FilesState> {
    const now = performance.now();
    if (now - this.askedAt < everyMs) return this.state;
    this.askedAt = now;
    this.state = this.storage.check().then(
      () => 'ok' as const,
      () => 'away' as const,
    );
    return this.state;
  }
}
