import type { AccommodationState, Measures } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Another way to sit, asked for an entry. What was asked for, and why, stays as it was written. */
@Entity()
export class Accommodation {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'text' }) state: AccommodationState;
  @Column({ type: 'jsonb' }) asked: Measures;
  @Column({ type: 'text' }) reason: string;
  /** What was shown to whom. */
  @Column({ type: 'text' }) evidence: string;
  /** The candidate, or in their name somebody of their institution. */
  @Column({ type: 'uuid' }) askedBy: string;
  @Timestamp({ default: () => 'clock()' }) askedAt: Date;
  @Column({ type: 'jsonb', nullable: true }) measures: Measures | null;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  @Column({ type: 'uuid', nullable: true }) decidedBy: string | null;
  @Timestamp({ nullable: true }) decidedAt: Date | null;
  /** What was granted for the entry in whose place this one came. */
  @Column({ type: 'uuid', nullable: true }) fromId: string | null;
}

/** More time for an entry, at one part or at every part that has a duration. It adds up, and is never taken back. */
@Entity()
export class TimeGrant {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'uuid', nullable: true }) sessionPartId: string | null;
  @Column({ type: 'int' }) seconds: number;
  @Column({ type: 'text' }) cause: 'accommodation';
  @Column({ type: 'uuid', nullable: true }) accommodationId: string | null;
  @Column({ type: 'uuid' }) givenBy: string;
  @Timestamp({ default: () => 'clock()' }) at: Date;
}
