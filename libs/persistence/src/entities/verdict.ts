import type { CheckOutcome } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** What the judge found in one frozen workspace, signed by the runner. */
@Entity()
export class Verdict {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) labSessionId: string;
  @Column({ type: 'uuid' }) snapshotId: string;
  @Column({ type: 'text' }) treeHash: string;
  @Column({ type: 'text' }) planHash: string;
  @Column({ type: 'text' }) secretsHash: string;
  /** Counts gradings of the same files by the same suite. */
  @Column({ type: 'int', default: 1 }) number: number;
  @Column({ type: 'int' }) fence: number;
  @Column({ type: 'jsonb' }) checks: CheckOutcome[];
  @Column({ type: 'int' }) scoreCents: number;
  @Column({ type: 'text' }) signature: string;
  @Timestamp() gradedAt: Date;
}

/** One press of "check my work": visible checks, never a score. */
@Entity()
export class CheckRun {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) labSessionId: string;
  @Column({ type: 'jsonb' }) checks: CheckOutcome[];
  @Timestamp({ default: () => 'clock()' }) ranAt: Date;
}
