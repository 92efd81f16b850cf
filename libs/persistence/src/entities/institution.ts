import type { LocalizedText } from '@ennead/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Institution {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'jsonb' }) name: LocalizedText;
}
