import type { LevelCode, RoleCode } from '@ennead/contracts';
import type { BodyKind } from '@ennead/contracts/internal';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

export type ContentState = 'draft' | 'in-review' | 'approved' | 'live' | 'retired';

/** Offered from now on. */
export const isLive = ({ state }: { readonly state: ContentState }): boolean => state === 'live';

/** A body under the name by which authors know it; of one name at most one version is live. */
@Entity()
export class ContentVersion {
  @PrimaryColumn({ type: 'text' }) kind: BodyKind;
  @PrimaryColumn({ type: 'text' }) id: string;
  @PrimaryColumn({ type: 'int' }) number: number;
  @Column({ type: 'text' }) hash: string;
  @Column({ type: 'text' }) state: ContentState;
  @Column({ type: 'text', nullable: true }) role: RoleCode | null;
  @Column({ type: 'text', nullable: true }) level: LevelCode | null;
  @Column({ type: 'text' }) author: string;
  /** Its home: a piece that lives in one is never published from the other. */
  @Column({ type: 'text' }) source: 'git' | 'web';
  @Timestamp({ default: () => 'clock()' }) publishedAt: Date;
}
