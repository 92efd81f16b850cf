import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

export type ContentKind = 'item' | 'blueprint' | 'rubric' | 'scheme' | 'lab' | 'standard';

/** What a piece of content said when it was used: kept for ever, so that every result can be explained. */
@Entity()
export class ContentVersion {
  @PrimaryColumn({ type: 'text' }) kind: ContentKind;
  @PrimaryColumn({ type: 'text' }) id: string;
  @PrimaryColumn({ type: 'text' }) hash: string;
  @Column({ type: 'jsonb' }) body: unknown;
  @Timestamp({ default: () => 'clock()' }) loadedAt: Date;
}
