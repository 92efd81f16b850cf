import type { DimensionCode, PartKind } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Something that is examined in a session: as many as it takes, each with its weight within the dimension. */
@Entity()
export class SessionPart {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) examSessionId: string;
  @Column({ type: 'int' }) position: number;
  @Column({ type: 'text' }) dimension: DimensionCode;
  @Column({ type: 'text' }) kind: PartKind;
  /** The blueprint, lab or rubric. */
  @Column({ type: 'text' }) contentId: string;
  @Column({ type: 'text' }) contentHash: string;
  @Column({ type: 'int' }) weight: number;
  /** Null for a portfolio, which is not worked against the clock. */
  @Column({ type: 'int', nullable: true }) durationSec: number | null;
  /** A date of its own; else the part closes with the session. */
  @Timestamp({ nullable: true }) closesAt: Date | null;
}
