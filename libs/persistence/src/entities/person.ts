import type { Locale, PersonRole } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

@Entity()
export class Person {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** Lower case; unique. */
  @Column({ type: 'text' }) email: string;
  /** When it was shown that the address is theirs; nothing hangs on one that is not. */
  @Timestamp({ nullable: true }) emailConfirmedAt: Date | null;
  @Column({ type: 'text' }) name: string;
  /** As they confirmed it, in Latin letters; null until they have. */
  @Column({ type: 'text', nullable: true }) latinName: string | null;
  @Column({ type: 'text' }) locale: Locale;
  /** argon2id; null until an invitation is accepted. */
  @Column({ type: 'text', nullable: true }) passwordHash: string | null;
  @Column({ type: 'text', array: true }) roles: PersonRole[];
  @Column({ type: 'uuid', nullable: true }) institutionId: string | null;
  /** Whose roster made the account; null where no institution did. */
  @Column({ type: 'uuid', nullable: true }) createdByInstitutionId: string | null;
  /**
   * Since when the password may be somebody else's: a link that went through other hands set it, or rights were given since
   * that nobody has before they set one anew. Null once a link set it that was mailed to their address.
   */
  @Timestamp({ nullable: true }) unprovenSince: Date | null;
  /** When the institution whose roster made the account let go of it, before anybody had opened it; the name is nobody's then. */
  @Timestamp({ nullable: true }) releasedAt: Date | null;
  @Timestamp({ default: () => 'clock()' }) createdAt: Date;
  @Timestamp({ nullable: true }) disabledAt: Date | null;
  /** Whether they have a password: told by the database, for whoever may not read that. */
  @Column({ type: 'boolean', default: () => 'told by the database', insert: false, update: false })
  isOpened: boolean;
  /** Whether they have a password and are not disabled: told by the database. */
  @Column({ type: 'boolean', default: () => 'told by the database', insert: false, update: false })
  isActive: boolean;
  /** When its holder closed it; it is disabled as well. */
  @Timestamp({ nullable: true }) closedAt: Date | null;
  /** When name and address were taken out, as they had asked; nobody has this account any more. */
  @Timestamp({ nullable: true }) erasedAt: Date | null;
}
