import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** The second thing that somebody logs in with: an authenticator app that knows this secret. */
@Entity()
export class SecondFactor {
  @PrimaryColumn({ type: 'uuid' }) personId: string;
  /** The secret, sealed for this person: of no use without the server's key. */
  @Column({ type: 'text' }) sealedSecret: string;
  @Timestamp({ default: () => 'clock()' }) madeAt: Date;
  /** When a first code showed that the app has it; until then nobody is asked for one. */
  @Timestamp({ nullable: true }) confirmedAt: Date | null;
  /** The half minute of the last code that was taken: neither it nor an earlier one is taken again. */
  @Column({ type: 'int', nullable: true }) lastStep: number | null;
}

/** Logs in once in the place of a code, where the app is lost. */
@Entity()
export class RecoveryCode {
  /** SHA-256 of person and code, which is eighty random bits. */
  @PrimaryColumn({ type: 'text' }) codeHash: string;
  @Column({ type: 'uuid' }) personId: string;
  @Timestamp({ nullable: true }) usedAt: Date | null;
}
