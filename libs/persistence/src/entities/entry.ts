import type { LevelCode, RoleCode } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** One candidate, one role, one level, one session: everything about a result hangs on it. */
@Entity()
export class Entry {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) candidateId: string;
  @Column({ type: 'uuid' }) examSessionId: string;
  @Column({ type: 'uuid', nullable: true }) cohortId: string | null;
  @Column({ type: 'text' }) role: RoleCode;
  @Column({ type: 'text' }) level: LevelCode;
  @Timestamp({ default: () => 'clock()' }) enteredAt: Date;
}
