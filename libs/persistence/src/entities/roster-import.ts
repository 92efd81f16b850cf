import type { RosterRow } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** A roster that somebody brought in: what of it goes in, how far that is, and what was left out. */
@Entity()
export class RosterImport {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) cohortId: string;
  @Column({ type: 'text', nullable: true }) fileName: string | null;
  @Column({ type: 'uuid' }) madeBy: string;
  @Timestamp({ default: () => 'clock()' }) madeAt: Date;
  /** The rows that are to go in, in the order of the file. */
  @Column({ type: 'jsonb' }) rows: RosterLine[];
  @Column({ type: 'jsonb' }) leftOut: RosterRow[];
  /** How many of the rows have been looked at, and whom of them it invited. */
  @Column({ type: 'int', default: 0 }) done: number;
  @Column({ type: 'int', default: 0 }) invited: number;
  /** When it last went on: one that has not for a while was stopped. */
  @Timestamp({ default: () => 'clock()' }) workedAt: Date;
  @Timestamp({ nullable: true }) undoneAt: Date | null;
}

export type RosterLine = Pick<RosterRow, 'line' | 'email' | 'name' | 'studentNumber'> & {
  /** Whether the registrar is to look at the name, and whether the stored one is to stay without. */
  readonly settled: 'keep-stored' | 'ask-registrar' | null;
};
