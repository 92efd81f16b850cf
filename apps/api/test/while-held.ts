import type { EntityManager } from 'typeorm';
import type { Client } from './harness/client.ts';
import type { TestApi } from './harness/start-api.ts';
import { untilBlocked } from './harness/until-blocked.ts';

type Answered = Awaited<ReturnType<Client['post']>>;

/** Sends a request that meets an entry held by somebody, who then ends it so; the request goes on afterwards. */
export const whileHeld = async (
  { db }: TestApi,
  entryId: string,
  send: () => ReturnType<Client['post']>,
  end: (manager: EntityManager) => Promise<unknown>,
): Promise<Answered> => {
  const answers: Promise<Answered>[] = [];
  await db.transaction(async (manager) => {
    await manager.query('SELECT FROM entry WHERE id = $1 FOR UPDATE', [entryId]);
    answers.push(send().then((answer) => answer));
    await untilBlocked(db);
    await end(manager);
  });
  return answers[0]!;
};
