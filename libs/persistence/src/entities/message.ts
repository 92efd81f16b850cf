import type {
  Locale,
  MessageAbout,
  MessageKind,
  MessageParam,
  MessageReason,
  MessageState,
} from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** A letter to somebody and, where they have an account, a notice in the page. */
@Entity()
export class Message {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'text' }) kind: MessageKind;
  @Column({ type: 'text' }) state: MessageState;
  /** Null where an address was written to, not a person. */
  @Column({ type: 'uuid', nullable: true }) personId: string | null;
  /** Where it goes, to whom and in which language, as it was when the message was queued. */
  @Column({ type: 'text' }) address: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) locale: Locale;
  @Column({ type: 'jsonb' }) params: Record<string, MessageParam>;
  /** A link that does something once; null when it is surely sent or over. */
  @Column({ type: 'text', nullable: true }) link: string | null;
  @Timestamp({ nullable: true }) linkExpiresAt: Date | null;
  @Column({ type: 'uuid', nullable: true }) entryId: string | null;
  @Column({ type: 'text', nullable: true }) aboutKind: MessageAbout['kind'] | null;
  @Column({ type: 'text', nullable: true }) aboutId: string | null;
  /** Of one occasion there is one message. */
  @Column({ type: 'text', nullable: true }) once: string | null;
  /** Whose act it was; null for the platform's own. */
  @Column({ type: 'uuid', nullable: true }) sentBy: string | null;
  /** As mail knows it: the same at every try. */
  @Column({ type: 'text' }) messageId: string;
  /** The template that it was written by, from when it was written. */
  @Column({ type: 'text', nullable: true }) letterHash: string | null;
  @Timestamp({ default: () => 'clock()' }) queuedAt: Date;
  /** When it is tried again; null: at once. */
  @Timestamp({ nullable: true }) dueAt: Date | null;
  /** How often sending it surely failed. */
  @Column({ type: 'int', default: 0 }) tries: number;
  @Timestamp({ nullable: true }) claimedAt: Date | null;
  /** When it was sent, captured or refused. */
  @Timestamp({ nullable: true }) settledAt: Date | null;
  @Column({ type: 'text', nullable: true }) reason: MessageReason | null;
  /** What the mail server said. */
  @Column({ type: 'text', nullable: true }) fault: string | null;
  /** When its person read the notice. */
  @Timestamp({ nullable: true }) readAt: Date | null;
}
