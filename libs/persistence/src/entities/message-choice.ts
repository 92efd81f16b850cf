import type { MessageKind } from '@ennead/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether somebody wants mail of a kind, where they said so. */
@Entity()
export class MessageChoice {
  @PrimaryColumn({ type: 'uuid' }) personId: string;
  @PrimaryColumn({ type: 'text' }) kind: MessageKind;
  @Column({ type: 'boolean' }) mail: boolean;
}
