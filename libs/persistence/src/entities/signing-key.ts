import type { KeyPurpose, PublicKey } from '@ennead/contracts/internal';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** The public half of a key that something was signed with: the owner of the schema adds, nobody takes away. */
@Entity()
export class SigningKey {
  @PrimaryColumn({ type: 'text' }) kid: string;
  @Column({ type: 'text' }) purpose: KeyPurpose;
  @Column({ type: 'jsonb' }) publicKey: PublicKey;
  @Timestamp({ default: () => 'clock()' }) madeAt: Date;
}
