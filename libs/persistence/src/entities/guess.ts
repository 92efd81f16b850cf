import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** How often something that one has to know was guessed wrong of late. A row is taken back once the guess was right. */
@Entity()
export class Guess {
  /** SHA-256 of what is guessed at and by whom: neither addresses nor accounts are kept. */
  @PrimaryColumn({ type: 'text' }) counted: string;
  @Column({ type: 'int' }) failures: number;
  @Timestamp({ default: () => 'clock()' }) lastAt: Date;
}
