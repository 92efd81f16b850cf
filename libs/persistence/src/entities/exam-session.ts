import type { LevelCode, LocalizedText, RoleCode } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** A scheduled window with everything that is examined in it, each part named by the hash of what it said. */
@Entity()
export class ExamSession {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'jsonb' }) title: LocalizedText;
  @Column({ type: 'text' }) role: RoleCode;
  @Column({ type: 'text' }) level: LevelCode;
  @Timestamp() opensAt: Date;
  @Timestamp() closesAt: Date;
  @Column({ type: 'text' }) standardHash: string;
  @Column({ type: 'text' }) schemeId: string;
  @Column({ type: 'int' }) schemeVersion: number;
  @Column({ type: 'text' }) schemeHash: string;
  @Column({ type: 'text' }) blueprintId: string;
  @Column({ type: 'text' }) blueprintHash: string;
  @Column({ type: 'text' }) rubricId: string;
  @Column({ type: 'text' }) rubricHash: string;
  @Column({ type: 'text' }) labId: string;
  @Column({ type: 'text' }) labHash: string;
  @Column({ type: 'uuid', nullable: true }) formId: string | null;
  @Timestamp({ default: () => 'clock()' }) createdAt: Date;
}
