import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Who did what to what, when. The application's database role may only read and add. */
@Entity()
export class AuditEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id: string;
  @Timestamp({ default: () => 'clock()' }) at: Date;
  /** Null where the platform itself acted (expiry, scoring, grading). */
  @Column({ type: 'uuid', nullable: true }) actorId: string | null;
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'text' }) subjectKind: string;
  @Column({ type: 'text' }) subjectId: string;
  /** The entry that the event belongs to, where there is one. */
  @Column({ type: 'uuid', nullable: true }) entryId: string | null;
  @Column({ type: 'jsonb', default: {} }) detail: Record<string, unknown>;
  /** What the detail is hashed with for its seal. Null where the owner of the schema has erased both. */
  @Column({ type: 'uuid', nullable: true, default: () => 'gen_random_uuid()' }) salt: string | null;
}
