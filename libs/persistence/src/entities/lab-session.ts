import type { LabSessionState } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** One candidate's work in one lab. */
@Entity()
export class LabSession {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'uuid' }) sessionPartId: string;
  @Column({ type: 'int', default: 1 }) number: number;
  @Column({ type: 'text' }) labId: string;
  @Column({ type: 'int' }) labVersion: number;
  @Column({ type: 'text' }) labHash: string;
  @Column({ type: 'text' }) state: LabSessionState;
  @Timestamp() startedAt: Date;
  @Timestamp() deadlineAt: Date;
  @Timestamp({ nullable: true }) handedInAt: Date | null;
  @Column({ type: 'text', nullable: true }) handInCause: 'candidate' | 'expiry' | null;
  /** Rises with every claim of a machine; what an older machine says is refused. */
  @Column({ type: 'int', default: 0 }) fence: number;
  @Column({ type: 'text', nullable: true }) machineId: string | null;
  @Column({ type: 'uuid', nullable: true }) snapshotId: string | null;
  @Timestamp({ nullable: true }) gradedAt: Date | null;
  /** When the server recorded what its verdict is worth. */
  @Timestamp({ nullable: true }) scoredAt: Date | null;
  @Column({ type: 'int', default: 0 }) gradingTries: number;
}
