import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Somebody of the body noted that two accounts are one person's. It is answered once and ended once, never taken away. */
@Entity()
export class SamePerson {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** The account that its person goes on with. */
  @Column({ type: 'uuid' }) keptId: string;
  @Column({ type: 'uuid' }) otherId: string;
  /** Whether nobody logs in to the other account while this holds; of a note that waits, whether it would be so. */
  @Column({ type: 'boolean' }) closes: boolean;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'uuid' }) notedBy: string;
  @Timestamp({ default: () => 'clock()' }) notedAt: Date;
  /** Whether nothing follows until a second person agrees: told by the database, from what the accounts are or were. */
  @Column({ type: 'boolean', default: () => 'told by the database', insert: false, update: false })
  takesTwo: boolean;
  @Column({ type: 'boolean', nullable: true }) agreed: boolean | null;
  @Column({ type: 'uuid', nullable: true }) answeredBy: string | null;
  @Timestamp({ nullable: true }) answeredAt: Date | null;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  @Timestamp({ nullable: true }) untilAt: Date | null;
  @Column({ type: 'uuid', nullable: true }) endedBy: string | null;
  @Column({ type: 'text', nullable: true }) endedReason: string | null;
  /** Whether the second person has still to answer: told by the database. */
  @Column({ type: 'boolean', default: () => 'told by the database', insert: false, update: false })
  waits: boolean;
  /** Whether the accounts are taken for one person's at this moment: told by the database. */
  @Column({ type: 'boolean', default: () => 'told by the database', insert: false, update: false })
  holds: boolean;
}

/** Somebody of the body looked at two accounts that are alike, and they are two people's. */
@Entity('different_people')
export class DifferentPeople {
  /** The lesser id of the two. */
  @PrimaryColumn({ type: 'uuid' }) oneId: string;
  @PrimaryColumn({ type: 'uuid' }) otherId: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'uuid' }) saidBy: string;
  @Timestamp({ default: () => 'clock()' }) saidAt: Date;
}

/** An account, and another of the same person at this moment, either way round: kept by the database from the notes that hold. */
@Entity()
export class SameAccount {
  @PrimaryColumn({ type: 'uuid' }) personId: string;
  @PrimaryColumn({ type: 'uuid' }) alsoId: string;
}
