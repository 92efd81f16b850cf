import type { LevelCode, RoleCode } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

@Entity()
export class Credential {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** Unguessable; the only key by which the public may ask. */
  @Column({ type: 'text' }) number: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'uuid' }) decisionId: string;
  @Column({ type: 'text' }) personName: string;
  @Column({ type: 'text' }) role: RoleCode;
  @Column({ type: 'text' }) level: LevelCode;
  @Column({ type: 'int' }) grade: number;
  @Column({ type: 'text' }) schemeId: string;
  @Column({ type: 'int' }) schemeVersion: number;
  @Column({ type: 'text' }) state: 'issued' | 'revoked';
  @Timestamp({ default: () => 'clock()' }) issuedAt: Date;
  @Column({ type: 'uuid' }) issuedBy: string;
  @Timestamp({ nullable: true }) revokedAt: Date | null;
  @Column({ type: 'uuid', nullable: true }) revokedBy: string | null;
  @Column({ type: 'text', nullable: true }) revokedReason: string | null;
}
