import type { EntityManager } from 'typeorm';
import type { Client } from './harness/client.ts';
import type { TestApi } from './harness/start-api.ts';

type Answered = Awaited<ReturnType<Client['post']>>;
const waitMs = 300;

/** Sends a request while the entry is held by somebody who then ends it so; the request goes on afterwards. */
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
    await new Promise((done) => setTimeout(done, waitMs));
    await end(manager);
  });
  return answers[0]!;
};
