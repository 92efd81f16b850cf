import type { EntryCause, EntryState } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** One try: the entry of an enrolment into one exam session. Everything about a result hangs on it. */
@Entity()
export class Entry {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) enrolmentId: string;
  @Column({ type: 'uuid' }) examSessionId: string;
  @Column({ type: 'uuid', nullable: true }) cohortId: string | null;
  /** Counts within the enrolment. */
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'text' }) cause: EntryCause;
  @Column({ type: 'text' }) state: EntryState;
  /** Why the entry was excused, replaced, turned down or withdrawn. */
  @Column({ type: 'text', nullable: true }) stateReason: string | null;
  @Timestamp({ default: () => 'clock()' }) enteredAt: Date;
  /** Null where nobody but the platform did. */
  @Column({ type: 'uuid', nullable: true }) enteredBy: string | null;
  /** Until when a place that has become free is kept for whoever stood in line; null without such an offer. */
  @Timestamp({ nullable: true }) answerBy: Date | null;
  /** When its first part began: from then on it is a try that was used. */
  @Timestamp({ nullable: true }) firstSatAt: Date | null;
  /** By which roster an institution named the candidate, what it calls them there, and by which number it knows them. */
  @Column({ type: 'uuid', nullable: true }) rosterImportId: string | null;
  @Column({ type: 'text', nullable: true }) rosterName: string | null;
  @Column({ type: 'text', nullable: true }) studentNumber: string | null;
}
