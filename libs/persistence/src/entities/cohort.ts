import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

@Entity()
export class Cohort {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) institutionId: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'uuid' }) examSessionId: string;
  @Column({ type: 'uuid' }) createdBy: string;
  @Timestamp({ default: () => 'clock()' }) createdAt: Date;
  /** Since when it is out of the way. */
  @Timestamp({ nullable: true }) archivedAt: Date | null;
}
