import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** A registrar looks after the cases of a session, from when until when. It is ended, never taken away. */
@Entity()
export class SessionDuty {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) examSessionId: string;
  @Column({ type: 'uuid' }) personId: string;
  @Timestamp({ default: () => 'clock()' }) fromAt: Date;
  @Timestamp({ nullable: true }) untilAt: Date | null;
}
