import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

export type ItemRef = { id: string; hash: string };

/** The items that one part examines, drawn by blueprint from a recorded seed. */
@Entity()
export class Form {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) sessionPartId: string;
  @Column({ type: 'int' }) seed: number;
  @Column({ type: 'text' }) blueprintId: string;
  @Column({ type: 'text' }) blueprintHash: string;
  @Column({ type: 'int' }) durationSec: number;
  @Column({ type: 'jsonb' }) items: ItemRef[];
  @Timestamp({ default: () => 'clock()' }) drawnAt: Date;
}
