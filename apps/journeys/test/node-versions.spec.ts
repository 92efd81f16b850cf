import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { aPlace } from './harness/npm-start.ts';

const run = promisify(execFile);
const patient = 300_000;
const noNetwork = /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/;

/** Another Node, which npm has as a package; null where no registry can be reached from here. */
const findNode = async (major: number): Promise<string | null> => {
  const words = ['exec', '--yes', `--package=node@${major}`, '--', 'node', '-p', 'process.execPath'];
  try {
    return (await run('npm', words)).stdout.trim();
  } catch (fault) {
    if (noNetwork.test(String((fault as { stderr?: string }).stderr))) return null;
    throw fault;
  }
};

/** With one of the log-ins that the start printed. @returns the status of the answer */
const logIn = async (url: string, said: string): Promise<number> => {
  const [, email, password] = /candidate +(\S+) +(\S+)/.exec(said)!;
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { token } = (await asked.json()) as { token: string };
  const cookie = asked.headers.getSetCookie().map((line) => line.split(';')[0]);
  const answer = await fetch(`${url}/api/auth/log-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': token, cookie: cookie.join('; ') },
    body: JSON.stringify({ email, password }),
  });
  return answer.status;
};

it.each([22, 24])(
  'everything starts on Node %i, answers, and ends',
  async (major) => {
    const node = await findNode(major);
    if (node === null) return console.warn(`Node ${major} was not tried: no registry can be reached.`);
    const place = await aPlace({ node });
    try {
      const started = await place.start();
      expect(started.said()).toMatch(/Server +ready/);
      expect((await fetch(`${place.url}/health/ready`)).status).toBe(200);
      expect(await logIn(place.url, started.said())).toBe(204);
      started.child.kill('SIGTERM');
      expect(await started.ended).toBe(0);
    } finally {
      await place.clear();
    }
  },
  patient,
);
