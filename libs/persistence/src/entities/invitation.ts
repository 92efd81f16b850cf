import type { InvitationState } from '@ennead/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Lets a person who was put on a roster set a first password, once. */
@Entity()
export class Invitation {
  /** SHA-256 of the token; the token itself is only in the link. */
  @PrimaryColumn({ type: 'text' }) tokenHash: string;
  @Column({ type: 'uuid' }) personId: string;
  @Column({ type: 'uuid', nullable: true }) cohortId: string | null;
  /** Whether it went to the person's address alone: then using it shows that the address is theirs. */
  @Column({ type: 'boolean', default: false }) mailed: boolean;
  @Column({ type: 'text' }) state: InvitationState;
  @Timestamp() expiresAt: Date;
  @Timestamp({ nullable: true }) acceptedAt: Date | null;
}
