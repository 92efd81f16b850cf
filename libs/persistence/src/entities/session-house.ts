import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An institution that a session is for. */
@Entity()
export class SessionHouse {
  @PrimaryColumn({ type: 'uuid' }) examSessionId: string;
  @PrimaryColumn({ type: 'uuid' }) institutionId: string;
  /** How many of its people can sit it; null: as many as there are places. */
  @Column({ type: 'int', nullable: true }) quota: number | null;
}
