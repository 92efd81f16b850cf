import type { PortfolioState } from '@ennead/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

export type ExperienceStatement = { years: number; text: string };

@Entity()
export class Portfolio {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) entryId: string;
  @Column({ type: 'uuid' }) sessionPartId: string;
  @Column({ type: 'text' }) state: PortfolioState;
  @Column({ type: 'jsonb', nullable: true }) experience: ExperienceStatement | null;
  @Timestamp({ default: () => 'clock()' }) updatedAt: Date;
  @Timestamp({ nullable: true }) submittedAt: Date | null;
  @Timestamp({ nullable: true }) scoredAt: Date | null;
}

export type ArtefactKind = 'file' | 'link' | 'repository';

@Entity()
export class Artefact {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) portfolioId: string;
  /** Counts within the portfolio: the artefact is spoken of as A1, A2, … */
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'text' }) kind: ArtefactKind;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text', nullable: true }) url: string | null;
  @Column({ type: 'text', nullable: true }) fileName: string | null;
  @Column({ type: 'text', nullable: true }) mediaType: string | null;
  @Column({ type: 'int', nullable: true }) sizeBytes: number | null;
  @Column({ type: 'text', nullable: true }) sha256: string | null;
  @Timestamp({ default: () => 'clock()' }) createdAt: Date;
}

/** What a candidate claims for one practice competency, and which artefacts show it. */
@Entity()
export class Claim {
  @PrimaryColumn({ type: 'uuid' }) portfolioId: string;
  @PrimaryColumn({ type: 'text' }) competency: string;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'uuid', array: true }) artefactIds: string[];
  @Timestamp({ default: () => 'clock()' }) updatedAt: Date;
}

/** A submission, frozen: the manifest names every artefact by its hash. */
@Entity()
export class PortfolioVersion {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) portfolioId: string;
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'jsonb' }) manifest: unknown;
  @Column({ type: 'text' }) sha256: string;
  @Timestamp({ default: () => 'clock()' }) submittedAt: Date;
}
