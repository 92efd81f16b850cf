import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { LabClient } from '../../apps/runner/test/lab-client.ts';
import type { House } from '../open-house.ts';
import type { LabWorker } from '../prepare.ts';
import { ask } from './ask.ts';
import type { SavedFile, Told } from './told.ts';

const handInBeforeMs = 8_000;

/** Saves one file after another, over a new socket whenever one breaks, then hands in. */
export const workInLab = async (
  house: House,
  worker: LabWorker,
  told: Told,
  until: number,
): Promise<void> => {
  const path = `/api/entries/${worker.entryId}/parts/${worker.partId}/lab-session`;
  const started = await ask(house, worker, 'POST', path);
  if (started.status !== 200) return void told.surprises.push(`a lab: ${started.status} ${started.code}`);
  const { id } = started.body as { id: string };
  const saved: SavedFile[] = [];
  told.files.set(id, saved);
  for (let turn = 0; Date.now() < until - handInBeforeMs; turn += 1)
    await saveFiles(house.urls[turn % house.urls.length]!, worker, id, saved, until).catch(() => pause(300));
  const handedIn = await ask(house, worker, 'POST', `/api/lab-sessions/${id}/hand-in`);
  if (handedIn.status === 200) told.labsHandedIn.add(id);
  else told.surprises.push(`a hand-in of lab ${id}: ${handedIn.status} ${handedIn.code}`);
};

/** Until the socket breaks. */
const saveFiles = async (
  url: string,
  { headers }: LabWorker,
  id: string,
  saved: SavedFile[],
  until: number,
): Promise<void> => {
  const address = `${url.replace('http', 'ws')}/api/lab-sessions/${id}/socket`;
  const client = await LabClient.open(address, { cookie: headers['cookie']!, origin: url });
  try {
    await client.next('machine', ({ state }) => state === 'ready' || state === 'restored');
    for (let number = saved.length; Date.now() < until - handInBeforeMs; number += 1) {
      // A name of its own each time: what an answer that was lost has left behind is in nobody's way.
      const file = `work-${number}-${Date.now()}.txt`;
      const content = `${number} ${'.'.repeat(number % 50)}\n`;
      client.save(file, content, null);
      await client.next('file.saved', ({ requestId }) => requestId === file);
      saved.push({ path: file, sha256: createHash('sha256').update(content).digest('hex') });
      await pause(100);
    }
  } finally {
    client.close();
  }
};
