import type { CredentialFacts, CredentialState } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

@Entity()
export class Credential {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** Unguessable; the only key by which the public may ask. */
  @Column({ type: 'text' }) number: string;
  @Column({ type: 'uuid' }) enrolmentId: string;
  @Column({ type: 'uuid' }) decisionId: string;
  /** Rises with every recertification. */
  @Column({ type: 'int', default: 1 }) term: number;
  @Column({ type: 'text' }) state: CredentialState;
  /** All that the public may read, frozen when it was issued: whatever changes later does not change it. */
  @Column({ type: 'jsonb' }) facts: CredentialFacts;
  @Timestamp({ default: () => 'clock()' }) issuedAt: Date;
  @Column({ type: 'uuid' }) issuedBy: string;
  /** Null where the scheme sets no end. */
  @Timestamp({ nullable: true }) expiresAt: Date | null;
  /** The credential that this one takes the place of. */
  @Column({ type: 'uuid', nullable: true }) followsId: string | null;
  @Timestamp({ nullable: true }) revokedAt: Date | null;
  @Column({ type: 'uuid', nullable: true }) revokedBy: string | null;
  @Column({ type: 'text', nullable: true }) revokedReason: string | null;
}
