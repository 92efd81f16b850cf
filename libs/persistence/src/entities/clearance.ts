import type { ClearanceKind } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** That something which is asked before the first part of an entry was given or seen; or, where it holds no longer, that. Never changed. */
@Entity()
export class Clearance {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'text' }) kind: ClearanceKind;
  @Column({ type: 'boolean' }) holds: boolean;
  @Column({ type: 'uuid', nullable: true }) by: string | null;
  @Timestamp({ default: () => 'clock()' }) at: Date;
  @Column({ type: 'jsonb', default: {} }) detail: Record<string, unknown>;
}
