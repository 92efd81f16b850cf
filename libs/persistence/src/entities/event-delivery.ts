import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** An event on its way to one of those who have to follow; those of one subject reach a handler in their order. */
@Entity()
export class EventDelivery {
  @PrimaryColumn({ type: 'text' }) handler: string;
  @PrimaryColumn({ type: 'bigint' }) eventId: string;
  @Column({ type: 'text' }) subjectKind: string;
  @Column({ type: 'text' }) subjectId: string;
  /** How often it failed. */
  @Column({ type: 'int', default: 0 }) tries: number;
  /** When it is tried again; null: at once. */
  @Timestamp({ nullable: true }) dueAt: Date | null;
  /** Why it failed the last time. */
  @Column({ type: 'text', nullable: true }) fault: string | null;
  /** Written in the transaction of what the handler does. */
  @Timestamp({ nullable: true }) handledAt: Date | null;
  /** Given up after many tries, until somebody has it tried again; what follows of the same subject waits behind it. */
  @Timestamp({ nullable: true }) parkedAt: Date | null;
}
