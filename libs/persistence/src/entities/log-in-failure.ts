import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** How often somebody failed to log in within a minute, until a worker has written it into the trail. */
@Entity()
export class LogInFailure {
  /** Whom it was for: a person's id, or what stands for an address that nobody has. */
  @PrimaryColumn({ type: 'text' }) address: string;
  /** Its beginning. */
  @Timestamp({ primary: true }) minute: Date;
  @Column({ type: 'uuid', nullable: true }) personId: string | null;
  @Column({ type: 'int' }) count: number;
}
