import type { DimensionCode, ScoreKind } from '@ennead/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** What something was worth when it was scored, with the hashes of all that it was computed from. Only ever added. */
@Entity()
export class Score {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) runId: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'text' }) kind: ScoreKind;
  @Column({ type: 'uuid', nullable: true }) sessionPartId: string | null;
  @Column({ type: 'text', nullable: true }) dimension: DimensionCode | null;
  @Column({ type: 'uuid', nullable: true }) attemptId: string | null;
  @Column({ type: 'text', nullable: true }) itemId: string | null;
  @Column({ type: 'uuid', nullable: true }) verdictId: string | null;
  @Column({ type: 'uuid', nullable: true }) reviewId: string | null;
  @Column({ type: 'uuid', nullable: true }) portfolioVersionId: string | null;
  /** Where it may count in its entry: a part's id, a dimension, or `composite`; null of answers and reviews. */
  @Column({ type: 'text', nullable: true, insert: false, update: false }) place: string | null;
  /** The answer, the files, the marked portfolio. */
  @Column({ type: 'text', nullable: true }) workHash: string | null;
  /** The question, the pinned plan, the rubric. */
  @Column({ type: 'text', nullable: true }) questionHash: string | null;
  /** What was in force for it: the key, the plan. */
  @Column({ type: 'text', nullable: true }) keyHash: string | null;
  /** The scheme. */
  @Column({ type: 'text', nullable: true }) ruleHash: string | null;
  /** Null where raw and reported score are the same. */
  @Column({ type: 'text', nullable: true }) conversionHash: string | null;
  /** The records that it was computed from. */
  @Column({ type: 'uuid', array: true, default: [] }) inputIds: string[];
  @Column({ type: 'uuid', nullable: true }) carriedFromId: string | null;
  /** An exact share of the full score in lowest terms, in digits; a composite over 1,000,000. */
  @Column({ type: 'numeric' }) rawNum: string;
  @Column({ type: 'numeric' }) rawDen: string;
  /** Whole hundredths of a point after conversion, rounded half up; null of a composite, which is never rounded. */
  @Column({ type: 'int', nullable: true }) reportedCents: number | null;
  @Timestamp({ nullable: true }) satAt: Date | null;
  @Column({ type: 'jsonb', default: {} }) detail: Record<string, unknown>;
  @Timestamp({ default: () => 'clock()' }) at: Date;
}

/** Which record counts at a place of an entry. */
@Entity()
export class EntryScore {
  @PrimaryColumn({ type: 'uuid' }) entryId: string;
  @PrimaryColumn({ type: 'text' }) place: string;
  @Column({ type: 'uuid' }) scoreId: string;
}

/**
 * That the score of a dimension was chosen to be carried into an entry, from the one where it was sat. It stays when
 * beginning the dimension gives the score up, and goes when that is chosen or its source is taken back.
 */
@Entity()
export class EntryCarry {
  @PrimaryColumn({ type: 'uuid' }) entryId: string;
  @PrimaryColumn({ type: 'text' }) dimension: DimensionCode;
  @Column({ type: 'uuid' }) fromEntryId: string;
}

/** A record that a decision rests on. */
@Entity()
export class DecisionScore {
  @PrimaryColumn({ type: 'uuid' }) decisionId: string;
  @PrimaryColumn({ type: 'uuid' }) scoreId: string;
}
