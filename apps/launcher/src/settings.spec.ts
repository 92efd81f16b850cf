import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { ROOT } from '@ennead/provision';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      timeZone: 'Asia/Shanghai',
      dataDir: path.join(ROOT, '.data'),
      mode: 'demo',
      body: {},
    });
  });

  it.each([
    [{ HOST: '0.0.0.0', PORT: '8080' }, 'http://127.0.0.1:8080'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
    [{ PUBLIC_URL: 'https://exams.example.org/' }, 'https://exams.example.org'],
  ])('finds the address people use for %j', (environment, publicUrl) => {
    expect(readSettings(environment).publicUrl).toBe(publicUrl);
  });

  it('takes an empty variable for an unset one, and a data directory from anywhere', () => {
    expect(readSettings({ DATABASE_URL: '', ENNEAD_DATA_DIR: '/srv/ennead' })).toMatchObject({
      dataDir: '/srv/ennead',
    });
  });

  it('names every fault at once', () => {
    const read = () => readSettings({ PORT: '70000', DATABASE_URL: 'mysql://x', ENNEAD_MODE: 'prod' });
    expect(read).toThrow(/PORT: .*\n {2}DATABASE_URL: .*\n {2}ENNEAD_MODE: /);
  });

  it('takes a bucket with all that it needs, for the environment of the server', () => {
    const bucket = {
      S3_BUCKET: 'files',
      S3_ENDPOINT: 'https://s3.example.org',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'a/secret+key',
      S3_PATH_STYLE: 'yes',
    };
    expect(readSettings({ ...bucket, S3_REGION: '' }).s3).toEqual({ ...bucket, S3_PATH_STYLE: 'true' });
    const { S3_SECRET_ACCESS_KEY: _, ...half } = bucket;
    expect(() => readSettings(half)).toThrow(/S3_SECRET_ACCESS_KEY: is needed together with S3_BUCKET/);
    expect(() => readSettings({ S3_REGION: 'eu' })).toThrow(
      /S3_REGION: is of use only together with S3_BUCKET/,
    );
    expect(() => readSettings({ ...bucket, S3_ENDPOINT: 'ftp://x' })).toThrow('S3_ENDPOINT');
  });

  it('takes a zone that there is, and Beijing’s where none is set', () => {
    expect(readSettings({}).timeZone).toBe('Asia/Shanghai');
    expect(readSettings({ TIME_ZONE: 'Europe/Berlin' }).timeZone).toBe('Europe/Berlin');
    expect(() => readSettings({ TIME_ZONE: 'Mars/Olympus' })).toThrow(/TIME_ZONE: is not a time zone/);
  });

  it('takes a mail server with whom letters are from, for the environment of the worker', () => {
    const post = {
      SMTP_URL: 'smtps://letters:secret@mail.example.org',
      MAIL_FROM: 'Ennead <letters@example.org>',
    };
    expect(readSettings(post).mail).toEqual(post);
    expect(readSettings({ SMTP_URL: '', MAIL_FROM: '' }).mail).toBeUndefined();
    expect(() => readSettings({ SMTP_URL: post.SMTP_URL })).toThrow(
      /MAIL_FROM: is needed together with SMTP_URL/,
    );
    expect(() => readSettings({ MAIL_FROM: post.MAIL_FROM })).toThrow(
      /SMTP_URL: is needed together with MAIL_FROM/,
    );
    for (const bad of [
      { SMTP_URL: 'http://mail' },
      { MAIL_FROM: 'nobody' },
      { MAIL_FROM: 'a@b\r\nBcc: c@d' },
    ])
      expect(() => readSettings({ ...post, ...bad })).toThrow(Object.keys(bad)[0]!);
  });

  it.each(['DATABASE_APP_URL', 'DATABASE_RUNNER_URL', 'DATABASE_PUBLISHER_URL'])(
    'refuses %s without a database',
    (name) => {
      expect(() => readSettings({ [name]: 'postgres://role@db/ennead' })).toThrow(name);
    },
  );
});
