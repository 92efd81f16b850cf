import type { ScriptProblem as Problem } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** What a reviewer reported to be the matter with a script, and what became of it. */
@Entity()
export class ScriptProblem {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) reviewId: string;
  @Column({ type: 'text' }) problem: Problem;
  @Column({ type: 'text' }) reason: string;
  @Timestamp({ default: () => 'clock()' }) reportedAt: Date;
  @Timestamp({ nullable: true }) answeredAt: Date | null;
  @Column({ type: 'uuid', nullable: true }) answeredBy: string | null;
  /** Whether the marking went on, or the script went to somebody else. */
  @Column({ type: 'boolean', nullable: true }) goesOn: boolean | null;
  @Column({ type: 'text', nullable: true }) answer: string | null;
}
