import type {
  ClearanceKind,
  ExamSessionState,
  LevelCode,
  LocalizedText,
  RoleCode,
  SessionAccess,
  SessionPurpose,
} from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** A scheduled window for one role and level; what is examined in it are its parts. */
@Entity()
export class ExamSession {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'jsonb' }) title: LocalizedText;
  @Column({ type: 'text' }) role: RoleCode;
  @Column({ type: 'text' }) level: LevelCode;
  @Column({ type: 'text' }) state: ExamSessionState;
  /** Of a mock no decision is ever made. */
  @Column({ type: 'text', default: 'exam' }) purpose: SessionPurpose;
  @Timestamp() opensAt: Date;
  @Timestamp() closesAt: Date;
  /** Where it is held; null where nobody comes anywhere. */
  @Column({ type: 'text', nullable: true }) venue: string | null;
  @Column({ type: 'text', array: true, default: () => "'{}'" }) halls: string[];
  /** For whom it is. */
  @Column({ type: 'text', default: 'open' }) access: SessionAccess;
  /** How many can sit it; null: as many as come. */
  @Column({ type: 'int', nullable: true }) places: number | null;
  /** Whether somebody of the body confirms each entry. */
  @Column({ type: 'boolean', default: false }) confirms: boolean;
  /** What has to be there before the first part, settled with the session. */
  @Column({ type: 'text', array: true, default: () => "'{}'" }) clearances: ClearanceKind[];
  /** Why it was cancelled. */
  @Column({ type: 'text', nullable: true }) stateReason: string | null;
  @Column({ type: 'text' }) standardHash: string;
  @Column({ type: 'text' }) schemeId: string;
  @Column({ type: 'int' }) schemeVersion: number;
  @Column({ type: 'text' }) schemeHash: string;
  @Timestamp({ default: () => 'clock()' }) createdAt: Date;
}
