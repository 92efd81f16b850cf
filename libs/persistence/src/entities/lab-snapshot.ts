import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Timestamp } from '../instant.ts';

export type TreeEntry = { path: string; sha256: string; sizeBytes: number; executable: boolean };

/** The files of a workspace at one moment. */
@Entity()
export class LabSnapshot {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid' }) labSessionId: string;
  @Column({ type: 'int' }) sequence: number;
  @Column({ type: 'text' }) cause: 'starter' | 'checkpoint' | 'save' | 'hand-in';
  @Column({ type: 'text' }) treeHash: string;
  @Column({ type: 'jsonb' }) tree: TreeEntry[];
  @Timestamp({ default: () => 'clock()' }) takenAt: Date;
}

/** File contents, stored once by their hash. */
@Entity()
export class Blob {
  @PrimaryColumn({ type: 'text' }) sha256: string;
  @Column({ type: 'bytea' }) bytes: Buffer;
}
