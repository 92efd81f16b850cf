import type { EnrolmentState, LevelCode, RoleCode } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** One person's candidacy for one role and level, for years. */
@Entity()
export class Enrolment {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) candidateId: string;
  @Column({ type: 'text' }) role: RoleCode;
  @Column({ type: 'text' }) level: LevelCode;
  @Column({ type: 'text' }) state: EnrolmentState;
  @Timestamp({ default: () => 'clock()' }) enrolledAt: Date;
}
