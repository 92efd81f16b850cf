import type { BarExceptionState, CaseAct, ConflictKind, LevelCode, RoleCode } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** A bar that a second person lifts for one person, one act and one subject, until a day. What was asked and answered stays. */
@Entity()
export class BarException {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) personId: string;
  @Column({ type: 'text' }) act: CaseAct;
  /** Of these three, one says what it is about; a cell is a role with a level. */
  @Column({ type: 'uuid', nullable: true }) entryId: string | null;
  @Column({ type: 'uuid', nullable: true }) examSessionId: string | null;
  @Column({ type: 'text', nullable: true }) role: RoleCode | null;
  @Column({ type: 'text', nullable: true }) level: LevelCode | null;
  @Column({ type: 'text', array: true }) ties: ConflictKind[];
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'int' }) days: number;
  @Column({ type: 'text' }) state: BarExceptionState;
  @Timestamp({ default: () => 'clock()' }) askedAt: Date;
  @Column({ type: 'uuid', nullable: true }) answeredBy: string | null;
  @Timestamp({ nullable: true }) answeredAt: Date | null;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  /** Until when it lifts the bar, from when it was answered; null where it does not. */
  @Timestamp({ nullable: true }) untilAt: Date | null;
}
