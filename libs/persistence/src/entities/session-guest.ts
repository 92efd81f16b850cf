import { Entity, PrimaryColumn } from 'typeorm';

/** Somebody whom a session is for, by their address. */
@Entity()
export class SessionGuest {
  @PrimaryColumn({ type: 'uuid' }) examSessionId: string;
  /** In lower case. */
  @PrimaryColumn({ type: 'text' }) email: string;
}
