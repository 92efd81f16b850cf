import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

/** The items that one part examines, drawn by blueprint from a recorded seed. */
@Entity()
export class Form {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) sessionPartId: string;
  @Column({ type: 'int' }) seed: number;
  @Column({ type: 'text' }) blueprintId: string;
  @Column({ type: 'text' }) blueprintHash: string;
  @Column({ type: 'int' }) durationSec: number;
  @Timestamp({ default: () => 'clock()' }) drawnAt: Date;
}

/** One item of a form: the question as it read when the form was drawn. Its key is whatever is in force. */
@Entity()
export class FormItem {
  @PrimaryColumn({ type: 'uuid' }) formId: string;
  /** From 1. */
  @PrimaryColumn({ type: 'int' }) position: number;
  @Column({ type: 'text' }) itemId: string;
  @Column({ type: 'text' }) questionHash: string;
  @Column({ type: 'int', default: 1 }) points: number;
  /** Tried out, not scored. */
  @Column({ type: 'boolean', default: false }) pilot: boolean;
}
