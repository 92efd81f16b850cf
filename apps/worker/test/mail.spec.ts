import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locale } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { makeDataSource, messages, transition, type Message } from '@ennead/persistence';
import { freePort } from '@ennead/provision';
import { eventually, makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import type { TestDatabase } from '@ennead/testing/database';
import sql from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '../../api/test/harness/create-database.ts';
import { claimHeldSec } from '../src/mail/claims.ts';
import { Mailer } from '../src/mail/mailer.ts';
import { mostMailTries } from '../src/mail/next-mail-try.ts';
import type { Post } from '../src/mail/post.ts';
import { smtpPost } from '../src/mail/smtp-post.ts';
import { startSmtp, type SmtpDouble } from './smtp-double.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

const patient = 120_000;
const site = 'https://exams.example.org';
const from = 'Ennead <letters@example.org>';

let database: TestDatabase;
let owner: DataSource;
let db: DataSource;
let smtp: SmtpDouble;
let mailer: Mailer;
const workers: WorkerProcess[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  owner = await makeDataSource(database.ownerUrl, 2).initialize();
  await makeClockShiftable(owner);
  db = await makeDataSource(database.workerUrl, 8).initialize();
  smtp = await startSmtp();
  mailer = new Mailer(db, { site, post: smtpPost({ url: smtp.url, from }) });
}, patient);
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
  await smtp.close();
  for (const connection of [owner, db]) await connection.destroy();
  await database.drop();
});
beforeEach(async () => {
  await owner.query('DELETE FROM message');
  await shiftClock(owner, '0');
  smtp.received.length = 0;
  smtp.givenFor.length = 0;
});

const link = `${site}/invitation/a-secret-token`;

type To = { address: string; name?: string; locale?: Locale };

/** An invitation, the letter with a link and with words of other people. */
const invite = ({ address, name = 'Ada', locale = 'en' }: To): Promise<void> =>
  queueMessage(owner.manager, {
    kind: 'invitation',
    to: { address, name, locale },
    params: {
      institution: 'Example College',
      certification: 'LLM application engineer, junior',
      session: 'Winter',
      opens: { at: '2027-01-10T01:00:00Z' },
      closes: { at: '2027-01-12T01:00:00Z' },
      until: { at: '2026-12-31T10:00:00Z' },
      where: 'North building',
      bring: 'nothing in particular',
      steps: 'nothing',
    },
    link,
    linkExpiresAt: new Date('2099-01-01T00:00:00Z'),
  });

const sendAll = async (by = mailer): Promise<void> => {
  while ((await by.run()) > 0);
};

const theMessage = async (): Promise<Message> => {
  const [message, ...more] = await queuedMessages(owner);
  expect(more).toEqual([]);
  return message!;
};

const trailOf = async ({ id }: Message): Promise<string[]> => {
  const rows: { action: string }[] = await owner.query(
    'SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id',
    [id],
  );
  return rows.map(({ action }) => action);
};

/** The head and the readable text of what arrived, as far as it is ASCII. */
const readMail = (source: string) => {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  return { head: head.replace(/\r\n\s+/g, ' '), body: rest.join('\n\n').replace(/=\r?\n/g, '') };
};

describe('a letter that is taken', () => {
  it('is the one that was queued, says by which template, and has lost its link', async () => {
    await invite({ address: 'ada@example.org' });
    await sendAll();
    const message = await theMessage();
    expect(message).toMatchObject({ state: 'sent', link: null, reason: null, fault: null });
    const [live]: { hash: string }[] = await owner.query(
      `SELECT hash FROM content_version WHERE kind = 'letter' AND id = 'invitation' AND state = 'live'`,
    );
    expect(message.letterHash).toBe(live!.hash);
    const [mail, ...more] = smtp.received;
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: ['ada@example.org'], from: 'letters@example.org' });
    const { head, body } = readMail(mail!.source);
    expect(head).toContain(`Message-ID: ${message.messageId}`);
    expect(head).toContain('To: Ada <ada@example.org>');
    expect(head).toContain('From: Ennead <letters@example.org>');
    expect(head).toContain('Subject: Example College invites you to Winter');
    expect(body).toContain('31 December 2026 at 18:00 (Beijing time)');
    expect(body).toContain(`\n${link}\n`);
    expect(body).toContain(`<a href=3D"${link}">`);
    expect(await trailOf(message)).toEqual(['message.queued', 'message.claimed', 'message.sent']);
  });

  it('is in its reader’s language', async () => {
    await invite({ address: 'yu@example.org', name: '周予安', locale: 'zh-CN' });
    await sendAll();
    const { head } = readMail(smtp.received[0]!.source);
    expect(head).toContain('Content-Language: zh-CN');
    const texts = smtp.received[0]!.source.split(/\r\n\r\n/).map((part) =>
      Buffer.from(part.split('\r\n--')[0]!, 'base64').toString(),
    );
    expect(texts.some((text) => text.includes('周予安，您好') && text.includes('（北京时间）'))).toBe(true);
  });

  it('is sent once, however many workers are at it', async () => {
    const count = 12;
    for (let index = 0; index < count; index += 1) await invite({ address: `box-${index}@example.org` });
    const others = [0, 1, 2].map(() => new Mailer(db, { site, post: smtpPost({ url: smtp.url, from }) }));
    await Promise.all([mailer, ...others].map(sendAll));
    expect(smtp.received.map(({ to }) => to[0]).sort()).toEqual(
      Array.from({ length: count }, (_, index) => `box-${index}@example.org`).sort(),
    );
    expect((await queuedMessages(owner)).every(({ state }) => state === 'sent')).toBe(true);
  });
});

describe('hostile words', () => {
  it.each([
    ['a name with a header', 'Eve\r\nBcc: everybody@example.org\r\n\r\nBuy now'],
    ['a name with another box', 'Eve" <everybody@example.org>, "x'],
    ['a name with an encoded break', '=?utf-8?q?Eve=0D=0ABcc:_everybody@example.org?='],
  ])('add no reader: %s', async (_what, name) => {
    await invite({ address: 'eve@example.org', name });
    await sendAll();
    expect(smtp.received.map(({ to }) => to)).toEqual([['eve@example.org']]);
    const { head } = readMail(smtp.received[0]!.source);
    expect(head).not.toMatch(/^bcc:/im);
    expect(head.match(/^to:/gim)).toHaveLength(1);
  });

  it('are words: neither tags nor links nor templates', async () => {
    await invite({ address: 'eve@example.org', name: '<a href="https://bad.example">{{link}}</a>' });
    await sendAll();
    const { body } = readMail(smtp.received[0]!.source);
    expect(body).toContain('Dear <a href=3D"https://bad.example">{{link}}</a>,');
    expect(body).toContain('Dear &lt;a href=3D&quot;https://bad.example&quot;&gt;{{link}}&lt;/a&gt;,');
    expect(body.match(/<a href=3D"https:\/\/exams/g)).toHaveLength(2);
  });
});

describe('a letter that is not taken', () => {
  it.each([
    ['bounce', 'no such box: bounce@example.org'],
    ['spam', 'we take no such letters'],
  ])('is refused with the server’s words, and not tried again: %s', async (box, words) => {
    await invite({ address: `${box}@example.org` });
    await sendAll();
    await shiftClock(owner, '2 days');
    await sendAll();
    const message = await theMessage();
    expect(message).toMatchObject({ state: 'refused', reason: 'bounced', tries: 0, link });
    expect(message.fault).toContain(words);
    expect(await trailOf(message)).toEqual(['message.queued', 'message.claimed', 'message.refused']);
  });

  it('is tried again, later each time, where it surely was not sent, and given up in the end', async () => {
    await invite({ address: 'later@example.org' });
    await sendAll();
    const first = await theMessage();
    expect(first).toMatchObject({ state: 'queued', reason: 'unreachable', tries: 1 });
    expect(first.fault).toContain('no such box: later@example.org');
    await sendAll();
    expect(await theMessage()).toMatchObject({ tries: 1 });
    await shiftClock(owner, '61 s');
    await sendAll();
    expect(await theMessage()).toMatchObject({ tries: 2, messageId: first.messageId });
    await shiftClock(owner, '181 s');
    await sendAll();
    expect(await theMessage()).toMatchObject({ tries: 2 });
    for (let hours = 6; hours <= 6 * mostMailTries; hours += 6) {
      await shiftClock(owner, `${hours + 1} hours`);
      await sendAll();
    }
    expect(await theMessage()).toMatchObject({ state: 'refused', reason: 'given-up' });
  });

  it('waits while there is no mail server, and goes out once there is one', async () => {
    const port = await freePort();
    const away = new Mailer(db, { site, post: smtpPost({ url: `smtp://127.0.0.1:${port}`, from }) });
    await invite({ address: 'ada@example.org' });
    await sendAll(away);
    const waiting = await theMessage();
    expect(waiting).toMatchObject({ state: 'queued', reason: 'unreachable', link });
    expect(waiting.fault).toContain('ECONNREFUSED');
    await shiftClock(owner, '61 s');
    await sendAll();
    expect(await theMessage()).toMatchObject({ state: 'sent', messageId: waiting.messageId });
    expect(smtp.received).toHaveLength(1);
  });

  it('waits where the log-in is refused, for that is no fault of the letter', async () => {
    const guarded = await startSmtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('wrong password')),
    });
    const url = guarded.url.replace('//', '//letters:wrong@');
    await invite({ address: 'ada@example.org' });
    await sendAll(new Mailer(db, { site, post: smtpPost({ url, from }) }));
    await guarded.close();
    expect(await theMessage()).toMatchObject({ state: 'queued', reason: 'unreachable' });
  });
});

describe('a letter of which nobody can tell', () => {
  it('is uncertain where the connection ends after it, and is not sent again', async () => {
    await invite({ address: 'drop@example.org' });
    await sendAll();
    await shiftClock(owner, '2 days');
    await sendAll();
    await mailer.keep();
    expect(await theMessage()).toMatchObject({ state: 'uncertain', reason: 'unanswered', link });
    expect(smtp.givenFor).toEqual(['drop@example.org']);
  });

  it('goes out again when somebody says so, under the same name', async () => {
    await invite({ address: 'drop@example.org' });
    await sendAll();
    const { id, messageId } = await theMessage();
    await owner.transaction((manager) =>
      transition(manager, messages, id, {
        event: 'requeue',
        actorId: null,
        guards: { 'link-there': sql`link IS NOT NULL` },
      }),
    );
    await owner.query(`UPDATE message SET address = 'ada@example.org'`);
    await sendAll();
    expect(smtp.received[0]!.source).toContain(`Message-ID: ${messageId}`);
  });

  it(
    'is uncertain where its worker was killed over it; the next one does not send it',
    async () => {
      const settings = { SMTP_URL: smtp.url, MAIL_FROM: from, PUBLIC_URL: site };
      await invite({ address: 'silent@example.org' });
      const first = await startWorkerProcess(database.workerUrl, settings);
      workers.push(first);
      await eventually(() => smtp.givenFor.length === 1, 60_000);
      await first.end('SIGKILL');
      expect(await theMessage()).toMatchObject({ state: 'sending' });
      const second = await startWorkerProcess(database.workerUrl, settings);
      workers.push(second);
      await eventually(() => second.inOffice(), 60_000);
      await invite({ address: 'next@example.org' });
      await eventually(() => smtp.received.length === 1, 60_000);
      await second.end('SIGTERM');
      await shiftClock(owner, `${claimHeldSec - 60} s`);
      await mailer.keep();
      const found = async () =>
        Object.fromEntries((await queuedMessages(owner)).map(({ address, state }) => [address, state]));
      expect(await found()).toMatchObject({ 'silent@example.org': 'sending' });
      await shiftClock(owner, `${claimHeldSec} s`);
      await mailer.keep();
      await sendAll();
      expect(await found()).toEqual({ 'silent@example.org': 'uncertain', 'next@example.org': 'sent' });
      expect(smtp.givenFor).toEqual(['silent@example.org', 'next@example.org']);
    },
    patient,
  );

  it('stays so where its sender comes back after its claim was lost', async () => {
    await invite({ address: 'ada@example.org' });
    const late: Post = async () => {
      await shiftClock(owner, `${claimHeldSec} s`);
      await mailer.keep();
      return { kind: 'failed', fault: 'much later' };
    };
    await new Mailer(db, { site, post: late }).run();
    expect(await theMessage()).toMatchObject({ state: 'uncertain', reason: 'sender-lost', tries: 0 });
  });
});

describe('a letter that cannot be written', () => {
  it('waits for its template and holds up no other', async () => {
    await owner.query(
      `UPDATE content_version SET state = 'retired' WHERE kind = 'letter' AND id = 'invitation'`,
    );
    await invite({ address: 'ada@example.org' });
    await queueMessage(owner.manager, {
      kind: 'password-changed',
      to: { address: 'bob@example.org', name: 'Bob', locale: 'en' },
      params: { at: { at: '2026-12-31T10:00:00Z' } },
    });
    await sendAll();
    const stuck = (await queuedMessages(owner, { kind: 'invitation' }))[0]!;
    expect(stuck).toMatchObject({ state: 'queued', reason: 'unwritable', tries: 1 });
    expect(stuck.fault).toBe('no letter invitation is published');
    expect(smtp.received.map(({ to }) => to[0])).toEqual(['bob@example.org']);
    await owner.query(
      `UPDATE content_version SET state = 'live' WHERE kind = 'letter' AND id = 'invitation'`,
    );
    await shiftClock(owner, '61 s');
    await sendAll();
    expect((await queuedMessages(owner, { kind: 'invitation' }))[0]!.state).toBe('sent');
  });

  it('is one whose template wants what it does not have', async () => {
    await invite({ address: 'ada@example.org' });
    await owner.query(`UPDATE message SET params = params - 'session'`);
    await sendAll();
    const message = await theMessage();
    expect(message).toMatchObject({ state: 'queued', reason: 'unwritable' });
    expect(message.fault).toContain('"missing":["session"]');
    expect(smtp.givenFor).toEqual([]);
  });

  it('is never given up: after the last pause it is tried every six hours', async () => {
    const all = `kind = 'letter' AND id = 'invitation'`;
    await owner.query(`UPDATE content_version SET state = 'retired' WHERE ${all}`);
    await invite({ address: 'ada@example.org' });
    await owner.query('UPDATE message SET tries = $1', [mostMailTries]);
    await mailer.run();
    expect(await theMessage()).toMatchObject({ state: 'queued', tries: mostMailTries + 1 });
    await shiftClock(owner, '5 hours 59 minutes');
    await mailer.run();
    expect(await theMessage()).toMatchObject({ state: 'queued', tries: mostMailTries + 1 });
    await shiftClock(owner, '6 hours 1 minute');
    await mailer.run();
    expect(await theMessage()).toMatchObject({ state: 'queued', tries: mostMailTries + 2 });
    await owner.query(`UPDATE content_version SET state = 'live' WHERE ${all}`);
    await shiftClock(owner, '12 hours 2 minutes');
    await mailer.run();
    expect(await theMessage()).toMatchObject({ state: 'sent' });
  });
});

describe('a link', () => {
  it('that is over before its letter goes out is not sent', async () => {
    await invite({ address: 'ada@example.org' });
    await owner.query(`UPDATE message SET link_expires_at = clock() + interval '1 hour'`);
    await shiftClock(owner, '1 hour');
    await sendAll();
    await mailer.keep();
    expect(await theMessage()).toMatchObject({ state: 'refused', reason: 'link-over', link: null });
    expect(smtp.givenFor).toEqual([]);
  });

  it('is taken out of what was refused or kept when it is over', async () => {
    await invite({ address: 'bounce@example.org' });
    await sendAll();
    await invite({ address: 'kept@example.org' });
    await sendAll(new Mailer(db, { site, post: null }));
    await owner.query(`UPDATE message SET link_expires_at = clock() + interval '1 hour'`);
    await mailer.keep();
    expect((await queuedMessages(owner)).map((one) => one.link)).toEqual([link, link]);
    await shiftClock(owner, '1 hour');
    await mailer.keep();
    const links = (await queuedMessages(owner)).map((one) => [one.state, one.link]);
    expect(links).toEqual([
      ['refused', null],
      ['captured', null],
    ]);
  });
});

it('without a mail server every letter is captured, written as it would have been sent', async () => {
  await invite({ address: 'ada@example.org' });
  await sendAll(new Mailer(db, { site, post: null }));
  const message = await theMessage();
  expect(message).toMatchObject({ state: 'captured', link, reason: null });
  expect(message.letterHash).not.toBeNull();
  expect(await trailOf(message)).toEqual(['message.queued', 'message.captured']);
});
