import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Something that happened and that others have to act upon; written in the transaction in which it happened. */
@Entity()
export class OutboxEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id: string;
  /** As in the audit trail: `<thing>.<past participle>`. */
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) subjectKind: string;
  @Column({ type: 'text' }) subjectId: string;
  @Column({ type: 'uuid', nullable: true }) entryId: string | null;
  /** Of the request it happened for, as the logs have it. */
  @Column({ type: 'text', nullable: true }) requestId: string | null;
  @Timestamp({ default: () => 'clock()' }) at: Date;
  /** When it was set on its way to each of them. */
  @Timestamp({ nullable: true }) distributedAt: Date | null;
}
