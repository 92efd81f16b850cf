import type { DecisionOutcome, DecisionState } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

export type ExperienceCheck = { met: boolean; years: number; note: string };

/** A named person's decision, with its reason and all that it rested on; only its state ever moves. */
@Entity()
export class Decision {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'uuid' }) certifierId: string;
  @Column({ type: 'text' }) state: DecisionState;
  @Column({ type: 'text' }) outcome: DecisionOutcome;
  @Column({ type: 'int', nullable: true }) grade: number | null;
  @Column({ type: 'text' }) reason: string;
  /** Null for a withdrawal, which checks none. */
  @Column({ type: 'jsonb', nullable: true }) experience: ExperienceCheck | null;
  /** The composed result as it stood, with the ids of attempt, verdict and reviews. */
  @Column({ type: 'jsonb' }) basis: unknown;
  /** The scheme that it was decided under. */
  @Column({ type: 'text' }) schemeHash: string;
  /** When it was made or proposed. */
  @Timestamp({ default: () => 'clock()' }) madeAt: Date;
  /** When it took effect, which is when the entry was decided; null while it waits for a second person. */
  @Timestamp({ nullable: true }) effectiveAt: Date | null;
  /** When the candidate was told: the waiting time for another try runs from it. */
  @Timestamp({ nullable: true }) notifiedAt: Date | null;
  /** The decision that this one takes the place of. */
  @Column({ type: 'uuid', nullable: true }) supersedesId: string | null;
}
