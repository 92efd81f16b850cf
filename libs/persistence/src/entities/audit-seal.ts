import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** A link of the chain that the audit trail is sealed by. Nobody changes one or takes one away. */
@Entity()
export class AuditSeal {
  /** 1, 2, 3 … */
  @PrimaryColumn({ type: 'bigint' }) number: string;
  /** Null for the first. */
  @Column({ type: 'text', nullable: true }) previousHash: string | null;
  @Column({ type: 'text' }) hash: string;
  @Timestamp() at: Date;
}

/** A row of the trail that a seal covers, named by its number alone: one that is taken away is missed by its seal. */
@Entity()
export class AuditSealEvent {
  @PrimaryColumn({ type: 'bigint' }) eventId: string;
  @Column({ type: 'bigint' }) sealNumber: string;
  /** Of the row's detail with its salt. */
  @Column({ type: 'text' }) detailHash: string;
  /** Of the row. */
  @Column({ type: 'text' }) hash: string;
}

/** A row of the trail that waits for its seal. Written by a trigger in the row's own transaction, so it is seen when that is over. */
@Entity('audit_unsealed')
export class AuditUnsealed {
  @PrimaryColumn({ type: 'bigint' }) eventId: string;
}
