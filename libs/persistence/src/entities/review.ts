import type { ReviewEnd, ReviewState } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Points and an optional remark for each criterion of the rubric. */
export type Marks = Record<string, { points: number; note?: string }>;

@Entity()
export class Review {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) portfolioVersionId: string;
  @Column({ type: 'uuid' }) reviewerId: string;
  @Column({ type: 'text' }) kind: 'review' | 'adjudication';
  @Column({ type: 'text' }) state: ReviewState;
  @Column({ type: 'text' }) rubricId: string;
  @Column({ type: 'text' }) rubricHash: string;
  @Column({ type: 'jsonb', default: {} }) marks: Marks;
  @Column({ type: 'text', default: '' }) comment: string;
  @Column({ type: 'int', nullable: true }) scoreCents: number | null;
  @Timestamp({ default: () => 'clock()' }) assignedAt: Date;
  @Timestamp({ nullable: true }) submittedAt: Date | null;
  /** When it was handed back without marks, or those were set aside, and why. */
  @Timestamp({ nullable: true }) endedAt: Date | null;
  @Column({ type: 'text', nullable: true }) endedFor: ReviewEnd | null;
  @Column({ type: 'text', nullable: true }) endedReason: string | null;
}
