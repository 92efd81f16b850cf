import type { AttemptState } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** The order in which one candidate sees items and options. */
export type AttemptLayout = { itemId: string; optionOrder: readonly string[] }[];

/** One candidate's sitting of one form. */
@Entity()
export class Attempt {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'uuid' }) sessionPartId: string;
  @Column({ type: 'int', default: 1 }) number: number;
  @Column({ type: 'uuid' }) formId: string;
  @Column({ type: 'int' }) seed: number;
  @Column({ type: 'jsonb' }) layout: AttemptLayout;
  @Column({ type: 'text' }) state: AttemptState;
  /** Counts the pages that took the attempt over; only the newest may save. */
  @Column({ type: 'int', default: 0 }) writer: number;
  /** Sequence number of the newest save of the current writer. */
  @Column({ type: 'int', default: 0 }) sequence: number;
  @Timestamp() startedAt: Date;
  @Timestamp() deadlineAt: Date;
  @Timestamp({ nullable: true }) submittedAt: Date | null;
  @Column({ type: 'text', nullable: true }) submitCause: 'candidate' | 'expiry' | null;
  @Timestamp({ nullable: true }) scoredAt: Date | null;
}
