import { createHash } from 'node:crypto';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArtefactView, ExamSessionView } from '@ennead/contracts';
import { Artefact } from '@ennead/persistence';
import { S3Double } from '@ennead/testing/s3-double';
import { openSession } from './attempts-harness.ts';
import { logInAs } from './harness/people.ts';
import {
  anAuthor,
  startPortfolioApi,
  placeOf,
  storedFile,
  storedPlaces,
  upload,
  viewOf,
  type Author,
  type PortfolioApi,
} from './portfolios-harness.ts';

const mebibyte = 1024 * 1024;
const aPdf = (text: string) => `%PDF-1.4\n%\xe2\xe3\n1 0 obj ${text} endobj\n`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

let api: PortfolioApi;
let session: ExamSessionView;
let author: Author;

describe.each([
  ['a folder', async () => undefined],
  ['a bucket', () => S3Double.start()],
])('with files in %s', (_where, makeBucket) => {
  let bucket: S3Double | undefined;
  beforeAll(async () => {
    bucket = await makeBucket();
    api = await startPortfolioApi(bucket);
    session = await openSession(api);
    author = await anAuthor(api, session);
  });
  afterAll(async () => {
    await api?.close();
    await bucket?.close();
  });

  describe('taking a file', () => {
    it.each([
      ['report.pdf', aPdf('one'), 'application/pdf'],
      ['shot.png', png, 'image/png'],
      ['notes.md', '# 笔记\n', 'text/markdown'],
      ['旧表格.csv', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31, 0x0a]), 'text/csv'],
      ['train.py', 'print("hello")\n', 'text/x-python'],
      ['run.ipynb', '{"cells": []}', 'application/x-ipynb+json'],
      ['data.unknown', 'plain enough', 'text/plain'],
      ['Dockerfile', 'FROM scratch\n', 'text/plain'],
    ])('accepts %s by its content', async (name, content, mediaType) => {
      const { body } = await upload(author, name, content).expect(201);
      expect(body).toMatchObject({
        kind: 'file',
        title: name,
        mediaType,
        sha256: sha256(Buffer.from(content)),
      });
      expect(sha256(await readFile(storedFile(api, body.sha256)))).toBe(body.sha256);
    });

    it.each([
      ['a program', 'tool.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)])],
      [
        'a program that calls itself a PDF',
        'report.pdf',
        Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]),
      ],
      [
        'an ELF file that calls itself text',
        'notes.txt',
        Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(300)]),
      ],
      ['text that calls itself a PDF', 'report.pdf', 'not a PDF at all'],
      ['a picture that calls itself text', 'notes.txt', png],
      ['bytes of no known type', 'model.bin', Buffer.from([1, 2, 3, 0, 255, 254, 7])],
      ['text with a zero byte', 'notes.txt', 'half\0half'],
    ])('refuses %s', async (_, name, content) => {
      const before = await storedPlaces(api);
      const { body } = await upload(author, name, content).expect(415);
      expect(body).toMatchObject({ code: 'FILE_TYPE_REFUSED', text: { 'zh-CN': expect.any(String) } });
      expect(await storedPlaces(api)).toEqual(before);
    });

    it('takes 20 MB and refuses one byte more, of which nothing stays', async () => {
      const full = Buffer.alloc(20 * mebibyte, 'a');
      await upload(author, 'full.txt', full).expect(201);
      const before = await storedPlaces(api);
      const over = await upload(author, 'over.txt', Buffer.concat([full, Buffer.from('a')])).expect(413);
      expect(over.body.code).toBe('FILE_TOO_LARGE');
      const farOver = await upload(author, 'far.txt', Buffer.alloc(24 * mebibyte, 'b')).expect(413);
      expect(farOver.body.code).toBe('FILE_TOO_LARGE');
      expect(await storedPlaces(api)).toEqual(before);
    });

    it('refuses nothing, an empty file, and two at once', async () => {
      const path = `/api/portfolios/${author.portfolio.id}/files`;
      expect((await author.client.post(path, {}).expect(400)).body.code).toBe('FILE_MISSING');
      expect((await upload(author, 'empty.txt', '').expect(400)).body.code).toBe('FILE_MISSING');
      const two = author.client
        .upload(path)
        .attach('file', Buffer.from('1'), 'a.txt')
        .attach('file', Buffer.from('2'), 'b.txt');
      expect((await two.expect(400)).body.code).toBe('FILE_MISSING');
      const broken = author.client
        .upload(path)
        .set('content-type', 'multipart/form-data; boundary=x')
        .send('--x\r\nhalf');
      expect((await broken.expect(400)).body.code).toBe('UPLOAD_BROKEN');
    });

    it.each([
      ['../../../etc/passwd', 'passwd'],
      ['..\\..\\windows\\system.ini', 'system.ini'],
      ['evil\u202etxt.exe.md', 'evil_txt.exe.md'],
      [`${'长'.repeat(300)}.txt`, `${'长'.repeat(116)}.txt`],
    ])('takes the name %j as %j and writes nowhere but to the store', async (declared, shown) => {
      const content = `named ${declared}`;
      const { body } = await upload(author, declared, content).expect(201);
      expect(body.title).toBe(shown);
      expect(await storedPlaces(api)).toContain(placeOf(sha256(content)));
    });

    it('counts the same content once', async () => {
      const first = await upload(author, 'twice.txt', 'the very same').expect(201);
      const again = await upload(author, 'other-name.txt', 'the very same').expect(201);
      expect(again.body).toEqual(first.body);
    });

    it('is for the draft’s own candidate', async () => {
      const stranger = await anAuthor(api, session);
      const theirs = { client: stranger.client, portfolio: author.portfolio };
      expect((await upload(theirs, 'mine.txt', 'not yours').expect(404)).body.code).toBe('NOT_FOUND');
    });

    it('keeps nothing of an upload that breaks off', async () => {
      const before = await storedPlaces(api);
      const cookie = await author.client.cookie();
      const token = (await author.client.get('/api/auth/csrf').expect(200)).body.token as string;
      const sending = httpRequest(`${api.url}/api/portfolios/${author.portfolio.id}/files`, {
        method: 'POST',
        headers: {
          cookie,
          'x-csrf-token': token,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 9 * mebibyte,
        },
      });
      sending.on('error', () => undefined);
      sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="half.txt"\r\n\r\n');
      sending.write('a'.repeat(3 * mebibyte));
      await until(async () => (await storedPlaces(api)).length === before.length + 1);
      sending.destroy();
      await until(async () => (await storedPlaces(api)).length === before.length);
      expect((await viewOf(author)).artefacts.map(({ title }) => title)).not.toContain('half.txt');
    });
  });

  describe('giving a file back', () => {
    it.each([
      ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
      ['page.html', '<!doctype html><script>alert(1)</script>'],
      ['shot2.png', Buffer.concat([png, Buffer.from('x')])],
    ])('sends %s as an attachment of no type', async (name, content) => {
      const { body } = await upload(author, name, content).expect(201);
      const answer = await author.client.get(`/api/artefacts/${body.id}/file`).buffer(true).expect(200);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment; /),
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
        'content-length': String(Buffer.from(content).length),
        'cache-control': 'no-store',
      });
      expect(Buffer.from(answer.body as Buffer).equals(Buffer.from(content))).toBe(true);
    });

    it('names it so that no header can be injected', async () => {
      const { body } = await upload(author, '报告 "v1"\r\nX-Evil: 1;.md', 'named').expect(201);
      const { headers } = await author.client.get(`/api/artefacts/${body.id}/file`).expect(200);
      expect(headers['x-evil']).toBeUndefined();
      expect(headers['content-disposition']).toBe(
        `attachment; filename="__ _v1___X-Evil_ 1;.md"; filename*=UTF-8''${encodeURIComponent('报告 _v1___X-Evil_ 1;.md')}`,
      );
    });

    it('refuses strangers of every role', async () => {
      const { body } = await upload(author, 'private.txt', 'only mine').expect(201);
      for (const role of ['candidate', 'assessor', 'moderator', 'certifier'] as const) {
        const { client } = await logInAs(api, { roles: [role] });
        expect((await client.get(`/api/artefacts/${body.id}/file`).expect(404)).body.code).toBe('NOT_FOUND');
      }
    });
  });

  describe('letting a file go', () => {
    it('removes the content with its last mention', async () => {
      const other = await anAuthor(api, session);
      const mine = (await upload(author, 'shared.txt', 'held by two').expect(201)).body as ArtefactView;
      const theirs = (await upload(other, 'shared.txt', 'held by two').expect(201)).body as ArtefactView;
      await author.client.delete(`/api/portfolios/${author.portfolio.id}/artefacts/${mine.id}`).expect(204);
      expect(await storedPlaces(api)).toContain(placeOf(mine.sha256!));
      await other.client.delete(`/api/portfolios/${other.portfolio.id}/artefacts/${theirs.id}`).expect(204);
      expect(await storedPlaces(api)).not.toContain(placeOf(mine.sha256!));
      expect(await api.db.manager.countBy(Artefact, { sha256: mine.sha256! })).toBe(0);
    });
  });

  describe('a file that is not as it was kept', () => {
    /** Everything the server sent until it closed or was done. */
    const download = (path: string, cookie: string) =>
      new Promise<{ status: number; promised: number; got: number; isWhole: boolean }>((resolve, reject) => {
        const asking = httpRequest(`${api.url}${path}`, { headers: { cookie } }, (answer) => {
          let got = 0;
          answer.on('data', (piece: Buffer) => (got += piece.length));
          answer.on('error', () => undefined);
          answer.on('close', () => {
            const promised = Number(answer.headers['content-length']);
            resolve({ status: answer.statusCode!, promised, got, isWhole: answer.complete });
          });
        });
        asking.on('error', reject).end();
      });

    it('is broken off before its promised length, so that a browser shows a failed download', async () => {
      const content = Buffer.alloc(3 * mebibyte, 'long and then changed ');
      const { body } = await upload(author, 'changed.txt', content).expect(201);
      const changed = Buffer.from(content);
      changed[content.length - 1]! ^= 1;
      await writeFile(storedFile(api, body.sha256), changed);
      const seen = await download(`/api/artefacts/${body.id}/file`, await author.client.cookie());
      expect(seen).toMatchObject({ status: 200, promised: content.length, isWhole: false });
      expect(seen.got).toBeLessThan(content.length);
    });

    it('is a problem of its own where that is known before anything was sent', async () => {
      const { client } = author;
      const [short, other, gone] = await Promise.all(
        ['short', 'other', 'gone'].map(
          async (name) =>
            (await upload(author, `${name}.txt`, `it is ${name}`).expect(201)).body as ArtefactView,
        ),
      );
      await truncate(storedFile(api, short!.sha256!), 2);
      await writeFile(storedFile(api, other!.sha256!), 'it is OTHER');
      await rm(storedFile(api, gone!.sha256!));
      for (const { id } of [short!, other!, gone!]) {
        const { body, headers } = await client.get(`/api/artefacts/${id}/file`).expect(500);
        expect(body).toMatchObject({ code: 'STORAGE_FAULT', text: { 'zh-CN': expect.any(String) } });
        expect(body).not.toHaveProperty('errors');
        expect(headers).not.toHaveProperty('content-disposition');
      }
    });
  });
});

/** Waits for the server to catch up with something that no answer tells of. */
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it never came to hold');
    await new Promise((resolve) => setImmediate(resolve));
  }
};
