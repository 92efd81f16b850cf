import type { MessageKind } from '@ennead/contracts';
import { Message } from '@ennead/persistence';
import type { DataSource } from 'typeorm';

/** What was written to whom, oldest first, whatever became of it; its one-time link among it while it is kept. */
export const queuedMessages = (
  owner: DataSource,
  of: { readonly kind?: MessageKind; readonly personId?: string; readonly address?: string } = {},
): Promise<Message[]> => owner.manager.find(Message, { where: of, order: { queuedAt: 'ASC', id: 'ASC' } });
