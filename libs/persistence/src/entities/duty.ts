import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Something that the worker in office does again and again, and how it went. */
@Entity()
export class Duty {
  @PrimaryColumn({ type: 'text' }) name: string;
  /** Which worker did it last: host and process. */
  @Column({ type: 'text' }) worker: string;
  @Timestamp() ranAt: Date;
  /** When there was last something to do. */
  @Timestamp({ nullable: true }) didAt: Date | null;
  /** How often it failed since it last did not. */
  @Column({ type: 'int', default: 0 }) failures: number;
  /** Why it failed the last time. */
  @Column({ type: 'text', nullable: true }) fault: string | null;
}
