import type { ConflictKind, MarksAnswer as Answer } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** What somebody said of marks whose author was tied to the candidate, as came to light when they were in. */
@Entity()
export class MarksAnswer {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) reviewId: string;
  /** Those that were known by then. */
  @Column({ type: 'text', array: true }) ties: ConflictKind[];
  @Column({ type: 'text' }) answer: Answer;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'uuid' }) answeredBy: string;
  @Timestamp({ default: () => 'clock()' }) answeredAt: Date;
}
