import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** Somebody of the body noted that two accounts are one person's. It is ended, never taken away. */
@Entity()
export class SamePerson {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** The account that its person goes on with. */
  @Column({ type: 'uuid' }) keptId: string;
  @Column({ type: 'uuid' }) otherId: string;
  /** Whether nobody logs in to the other account while this holds. */
  @Column({ type: 'boolean' }) closes: boolean;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'uuid' }) notedBy: string;
  @Timestamp({ default: () => 'clock()' }) notedAt: Date;
  @Timestamp({ nullable: true }) untilAt: Date | null;
  @Column({ type: 'uuid', nullable: true }) endedBy: string | null;
  @Column({ type: 'text', nullable: true }) endedReason: string | null;
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
  /** When it was noted. */
  @Timestamp() knownAt: Date;
}
