import type { ThreatSource, ThreatState } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Something that threatens the impartiality of whoever examines and decides. */
@Entity()
export class Threat {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'text' }) source: ThreatSource;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) description: string;
  @Column({ type: 'text' }) state: ThreatState;
  /** Whose marks it is about, where it came of such. */
  @Column({ type: 'uuid', nullable: true }) entryId: string | null;
  @Column({ type: 'uuid' }) foundBy: string;
  @Timestamp({ default: () => 'clock()' }) foundAt: Date;
  @Timestamp({ nullable: true }) closedAt: Date | null;
}

/** What somebody did about a threat. */
@Entity()
export class ThreatMeasure {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) threatId: string;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'uuid' }) takenBy: string;
  @Timestamp({ default: () => 'clock()' }) at: Date;
}
