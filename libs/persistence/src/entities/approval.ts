import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** A second person's answer to what a first one asked for. */
@Entity()
export class Approval {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id: string;
  @Column({ type: 'text' }) subjectKind: string;
  @Column({ type: 'uuid' }) subjectId: string;
  @Column({ type: 'text' }) act: string;
  @Column({ type: 'uuid' }) askedBy: string;
  @Column({ type: 'uuid' }) answeredBy: string;
  @Column({ type: 'text' }) answer: 'agree' | 'disagree';
  @Column({ type: 'text' }) reason: string;
  @Timestamp({ default: () => 'clock()' }) at: Date;
}
