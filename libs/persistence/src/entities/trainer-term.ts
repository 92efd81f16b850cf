import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Somebody trains a cohort, from when until when. It is ended, never taken away: whoever trained once does not decide later. */
@Entity()
export class TrainerTerm {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) cohortId: string;
  @Column({ type: 'uuid' }) personId: string;
  @Timestamp({ default: () => 'clock()' }) fromAt: Date;
  @Timestamp({ nullable: true }) untilAt: Date | null;
}
