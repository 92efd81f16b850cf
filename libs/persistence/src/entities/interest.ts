import type { DeclaredTie } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** What somebody declared to tie them to a person or to an institution. It is ended, never taken away. */
@Entity()
export class Interest {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) personId: string;
  @Column({ type: 'text' }) tie: DeclaredTie;
  /** Whom it is to, where there was an account when it was declared. */
  @Column({ type: 'uuid', nullable: true }) candidateId: string | null;
  /** By which address they were named; null where they were met in a case. */
  @Column({ type: 'text', nullable: true }) email: string | null;
  @Column({ type: 'uuid', nullable: true }) institutionId: string | null;
  @Column({ type: 'text' }) note: string;
  @Timestamp({ default: () => 'clock()' }) declaredAt: Date;
  /** In whose case it came up. */
  @Column({ type: 'uuid', nullable: true }) entryId: string | null;
  /** Since when it is; null where it always was, or nobody knows. */
  @Timestamp({ nullable: true }) fromAt: Date | null;
  /** When it was over, where it was before it was declared. */
  @Timestamp({ nullable: true }) endedAt: Date | null;
  /** When whoever declared it said that it is over. */
  @Timestamp({ nullable: true }) untilAt: Date | null;
}

/** Somebody said that their interests, as they stand, are all that they have. */
@Entity()
export class InterestDeclaration {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) personId: string;
  @Timestamp({ default: () => 'clock()' }) at: Date;
}
