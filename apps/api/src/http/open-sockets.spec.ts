import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eventually } from '@ennead/testing';
import type { DataSource } from 'typeorm';
import type { Listener, Notices } from '../infrastructure/notices.ts';
import { OpenSockets, type OpenSocket } from './open-sockets.ts';

const person = '6b1f6d1e-9d3c-4e0c-8a57-6f0a6c1d2e01';
type Answer = 'welcome' | 'gone' | Error;

let sockets: OpenSockets;
let listener: Listener;
let asked: string[][];

/** As the database answers one look after the other; the last answer stands. */
const openSockets = (...answers: Answer[]): void => {
  Logger.overrideLogger(false);
  asked = [];
  const query = async (_sql: string, [logInIds]: [string[]]) => {
    asked.push(logInIds);
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (answer instanceof Error) throw answer;
    return answer === 'gone'
      ? []
      : logInIds.map((logInId) => ({ logInId, personId: person, roles: ['candidate'] }));
  };
  const notices = { tell: (one: Listener) => void (listener = one) };
  sockets = new OpenSockets({ query } as unknown as DataSource, notices as unknown as Notices);
  sockets.onModuleInit();
};
const add = (logInId = 'one'): PassThrough => {
  const socket = new PassThrough();
  sockets.add({ socket, logInId, personId: person, roles: ['candidate'] } satisfies OpenSocket);
  return socket;
};
/** Every look that was begun has come to its end. */
const looked = async (times: number) => {
  await eventually(() => asked.length >= times);
  await new Promise(setImmediate);
};
afterEach(() => sockets.onModuleDestroy());

it('looks at once whether one that was let in may stay', async () => {
  openSockets('gone');
  const socket = add();
  await looked(1);
  expect(socket.destroyed).toBe(true);
});

it('closes those of which nobody can say whether they may stay, after asking once more', async () => {
  openSockets(new Error('the database is away'));
  const socket = add();
  await looked(2);
  expect(socket.destroyed).toBe(true);
});

it('keeps those that may stay, also where the first answer was lost', async () => {
  openSockets(new Error('the connection ended'), 'welcome');
  const socket = add();
  await looked(2);
  expect(socket.destroyed).toBe(false);
});

it('looks at all that are open, and no other, when something may have been missed', async () => {
  openSockets('welcome');
  const closing = add('closing');
  add('open');
  await looked(2);
  const closed = once(closing, 'close');
  closing.destroy();
  await closed;
  listener.missed();
  await looked(3);
  expect(asked[2]).toEqual(['open']);
});

it('lets none in any more when the server has begun to end', async () => {
  openSockets('welcome');
  const before = add();
  sockets.onModuleDestroy();
  expect([before.destroyed, add().destroyed]).toEqual([true, true]);
});
