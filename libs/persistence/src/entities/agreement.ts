import type { AgreementDocument } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** That somebody accepted a document, as it was then. Never changed. */
@Entity()
export class Agreement {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) personId: string;
  /** The entry for which it was accepted; null for what an account asks. */
  @Column({ type: 'uuid', nullable: true }) entryId: string | null;
  @Column({ type: 'text' }) document: AgreementDocument;
  /** What the bank counts it as. */
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'text' }) hash: string;
  @Timestamp({ default: () => 'clock()' }) at: Date;
}
