import { setTimeout as pause } from 'node:timers/promises';
import type { PublicItem, ResponseValue, SaveInput } from '@ennead/contracts';
import { seededRandom, type Random } from '@ennead/domain';
import type { House } from '../open-house.ts';
import type { Sitter } from '../prepare.ts';
import { ask } from './ask.ts';
import type { Told } from './told.ts';

/** Saves one answer after another, some of them together, and hands in at the end if that is how it ends. */
export const sitExam = async (
  house: House,
  sitter: Sitter,
  told: Told,
  seed: string,
  until: number,
): Promise<void> => {
  const random = seededRandom(seed, sitter.attemptId);
  const acknowledged: SaveInput[] = [];
  told.saves.set(sitter.attemptId, acknowledged);
  const path = `/api/attempts/${sitter.attemptId}`;
  const handInAt = until - random(20_000);
  let sequence = 0;
  while (Date.now() < (sitter.ends === 'handed-in' ? handInAt : until)) {
    const saves = Array.from({ length: 1 + random(2) }, () => aSave(sitter, (sequence += 1), random));
    const answered = await ask(house, sitter, 'POST', `${path}/saves`, { writer: sitter.writer, saves });
    if (answered.status === 200) acknowledged.push(...saves);
    else if (sitter.ends === 'over' && answered.code === 'ATTEMPT_EXPIRED') return;
    else
      return void told.surprises.push(`a save of ${sitter.attemptId}: ${answered.status} ${answered.code}`);
    await pause(random(120));
  }
  if (sitter.ends !== 'handed-in') return;
  const answered = await ask(house, sitter, 'POST', `${path}/submit`, { writer: sitter.writer });
  if (answered.status === 200) told.handedIn.add(sitter.attemptId);
  else told.surprises.push(`a hand-in of ${sitter.attemptId}: ${answered.status} ${answered.code}`);
};

const aSave = ({ items }: Sitter, sequence: number, random: Random): SaveInput => {
  const item = items[random(items.length - 1)]!;
  return { sequence, itemId: item.id, value: anAnswer(item, random), flagged: random(3) === 0 };
};

const anAnswer = (item: PublicItem, random: Random): ResponseValue | null => {
  if (random(9) === 0) return null;
  switch (item.type) {
    case 'single':
    case 'multiple':
      return { chosen: [item.options![random(item.options!.length - 1)]!.id] };
    case 'true-false':
      return { truth: random(1) === 0 };
    case 'numeric':
    case 'short-text':
      return { text: String(random(1_000)) };
  }
};
