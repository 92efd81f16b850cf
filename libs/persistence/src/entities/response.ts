import type { ResponseValue } from '@ennead/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** The newest answer to one item. */
@Entity()
export class Response {
  @PrimaryColumn({ type: 'uuid' }) attemptId: string;
  @PrimaryColumn({ type: 'text' }) itemId: string;
  @Column({ type: 'jsonb', nullable: true }) value: ResponseValue;
  @Column({ type: 'boolean', default: false }) flagged: boolean;
  /** Rises by one with every save, so that a page can tell a newer answer from its own. */
  @Column({ type: 'int' }) revision: number;
  @Timestamp() savedAt: Date;
}

/** Every save ever acknowledged, in order; the application may only add to it. */
@Entity()
export class ResponseSave {
  @PrimaryColumn({ type: 'uuid' }) attemptId: string;
  @PrimaryColumn({ type: 'int' }) writer: number;
  @PrimaryColumn({ type: 'int' }) sequence: number;
  @Column({ type: 'text' }) itemId: string;
  @Column({ type: 'jsonb', nullable: true }) value: ResponseValue;
  @Column({ type: 'boolean' }) flagged: boolean;
  @Timestamp() savedAt: Date;
}
