import type { AppointmentProposalState, PersonRole } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** A role that waits for a second administrator. */
@Entity()
export class AppointmentProposal {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) personId: string;
  @Column({ type: 'text' }) role: PersonRole;
  @Column({ type: 'uuid' }) askedBy: string;
  @Column({ type: 'text' }) state: AppointmentProposalState;
  @Timestamp({ default: () => 'clock()' }) askedAt: Date;
}
