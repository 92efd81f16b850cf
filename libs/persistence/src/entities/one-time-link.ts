import type { LinkPurpose, Locale, OneTimeLinkState } from '@ennead/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Lets whoever was sent it do one thing, once. */
@Entity()
export class OneTimeLink {
  /** SHA-256 of the token; the token itself is only in the link. */
  @PrimaryColumn({ type: 'text' }) tokenHash: string;
  @Column({ type: 'text' }) purpose: LinkPurpose;
  /** Whose account it is about; null where there is none yet. */
  @Column({ type: 'uuid', nullable: true }) personId: string | null;
  /** The address that it is about: the account's when it was made, or the one that is to be. */
  @Column({ type: 'text' }) address: string;
  /** What the account is to be made with, where there is none yet. */
  @Column({ type: 'text', nullable: true }) name: string | null;
  @Column({ type: 'text', nullable: true }) locale: Locale | null;
  /** Whether it went to that address alone: then using it shows that the address is theirs. */
  @Column({ type: 'boolean' }) mailed: boolean;
  /** Whether the operator of the machine had it made, and gave it to its person: it shows who they are, and nothing of the address. */
  @Column({ type: 'boolean', default: false }) byOperator: boolean;
  @Column({ type: 'text' }) state: OneTimeLinkState;
  @Timestamp({ default: () => 'clock()' }) madeAt: Date;
  @Timestamp() expiresAt: Date;
  @Timestamp({ nullable: true }) usedAt: Date | null;
}
