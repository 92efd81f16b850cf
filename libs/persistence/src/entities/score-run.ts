import type { ScoreCause, ScoreRunState } from '@ennead/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** One occasion on which scores were written, and for a change of what holds, who asked for it and why. */
@Entity()
export class ScoreRun {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'text' }) cause: ScoreCause;
  /** What comes into force; null where nothing does. */
  @Column({ type: 'jsonb', nullable: true }) change: unknown;
  @Column({ type: 'text' }) state: ScoreRunState;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column({ type: 'uuid', nullable: true }) askedBy: string | null;
  @Timestamp({ default: () => 'clock()' }) madeAt: Date;
  @Timestamp({ nullable: true }) appliedAt: Date | null;
}

/** What a run would change at one place of an entry; values in hundredths of a point, a composite's in ten-thousandths. */
@Entity()
export class ScoreRunLine {
  @PrimaryColumn({ type: 'uuid' }) runId: string;
  @PrimaryColumn({ type: 'uuid' }) entryId: string;
  @PrimaryColumn({ type: 'text' }) place: string;
  /** The record that counted when the line was drawn up. */
  @Column({ type: 'uuid' }) beforeId: string;
  @Column({ type: 'int' }) valueBefore: number;
  @Column({ type: 'int' }) valueAfter: number;
  @Column({ type: 'int', nullable: true }) gradeBefore: number | null;
  @Column({ type: 'int', nullable: true }) gradeAfter: number | null;
  @Timestamp({ default: () => 'clock()' }) at: Date;
}
