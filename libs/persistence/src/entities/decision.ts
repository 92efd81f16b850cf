import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

export type ExperienceCheck = { met: boolean; years: number; note: string };

/** A named person's decision, with its reason and all that it rested on; never changed. */
@Entity()
export class Decision {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'uuid' }) certifierId: string;
  @Column({ type: 'text' }) outcome: 'grant' | 'refuse';
  @Column({ type: 'int', nullable: true }) grade: number | null;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'jsonb' }) experience: ExperienceCheck;
  /** The composed result as it stood, with the ids of attempt, verdict and reviews. */
  @Column({ type: 'jsonb' }) basis: unknown;
  @Timestamp({ default: () => 'clock()' }) decidedAt: Date;
}
