import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** That an entry belonged to a cohort before it was moved to another: whoever trained that one trained its candidate. Never changed. */
@Entity()
export class CohortStay {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'uuid' }) cohortId: string;
  @Timestamp({ default: () => 'clock()' }) untilAt: Date;
}
