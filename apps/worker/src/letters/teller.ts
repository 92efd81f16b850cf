import type { ContentBank } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** Writes to whoever is to be told that something happened to a subject; nothing, where that has moved on since. */
export type Teller = (
  manager: EntityManager,
  bank: ContentBank,
  subjectId: string,
  eventId: string,
) => Promise<void>;

/** An instant as letters take it. */
export const at = (instant: Date): { at: string } => ({ at: instant.toISOString() });
