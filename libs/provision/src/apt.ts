import { execFile, spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findProgram } from './find-program.ts';
import type { Note } from './service.ts';

const run = promisify(execFile);
const POLICY_FILE = '/usr/sbin/policy-rc.d';
const LOCK_WAIT_SEC = 300;
const LOCK_PAUSE_MS = 3_000;

export type AptResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Installs Debian packages without a question, where this user is root or has sudo without a password. Services
 * that the packages bring are not started: what runs is for the caller to decide.
 */
export async function aptInstall(packages: readonly string[], note: Note): Promise<AptResult> {
  const list = packages.join(' ');
  if (!(await findProgram('apt-get'))) {
    return { ok: false, reason: `install ${list} with this system's package manager` };
  }
  const prefix = await rootPrefix();
  if (!prefix) return { ok: false, reason: `run \`sudo apt-get install ${list}\`` };

  const allowServices = await forbidServices(prefix);
  try {
    note(`apt installs ${list}`);
    if ((await install(prefix, packages, note)).code === 0) return { ok: true };
    // Lists that are missing or old name no package or one that is gone: read them anew, once.
    note('apt reads the package lists');
    await update(prefix);
    const second = await install(prefix, packages, note);
    if (second.code === 0) return { ok: true };
    return {
      ok: false,
      reason: `apt could not install ${list} (${lastFault(second.output)}); check the network and apt's sources`,
    };
  } finally {
    await allowServices();
  }
}

/** What to put before a command to run it as root: nothing for root, sudo where it asks nothing, else undefined. */
async function rootPrefix(): Promise<readonly string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  return run('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => undefined,
  );
}

/** Debian asks this file whether a package may start its service; one that is there already is left alone. */
async function forbidServices(prefix: readonly string[]): Promise<() => Promise<void>> {
  const exists = await access(POLICY_FILE).then(
    () => true,
    () => false,
  );
  if (exists) return async () => {};
  const shell = async (script: string) => {
    const [command = 'sh', ...args] = [...prefix, 'sh', '-c', script];
    await run(command, args);
  };
  await shell(`printf '#!/bin/sh\\nexit 101\\n' > ${POLICY_FILE} && chmod 755 ${POLICY_FILE}`);
  return () => shell(`rm -f ${POLICY_FILE}`);
}

interface AptRun {
  readonly code: number | null;
  readonly output: string;
}

async function update(prefix: readonly string[]): Promise<AptRun> {
  const deadline = Date.now() + LOCK_WAIT_SEC * 1000;
  for (;;) {
    const result = await apt(prefix, ['update', '-q']);
    // Only installing can be told to wait for a lock; reading the lists has to try again.
    if (!/could not get lock|unable to lock/i.test(result.output) || Date.now() > deadline) return result;
    await delay(LOCK_PAUSE_MS);
  }
}

function install(prefix: readonly string[], packages: readonly string[], note: Note): Promise<AptRun> {
  const options = ['-y', '-q', '--no-install-recommends', '-o', `DPkg::Lock::Timeout=${LOCK_WAIT_SEC}`];
  // sudo closes every descriptor above 2, so only root can listen to apt's progress.
  const progress = prefix.length === 0 ? ['-o', 'APT::Status-Fd=3'] : [];
  return apt(prefix, ['install', ...options, ...progress, ...packages], note);
}

function apt(prefix: readonly string[], args: readonly string[], note?: Note): Promise<AptRun> {
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'NEEDRESTART_MODE=l', 'LC_ALL=C'];
  const [command = 'env', ...rest] = [...prefix, ...quiet, 'apt-get', ...args];
  return new Promise((resolve) => {
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      const progress = aptProgress(chunk.toString());
      if (progress) note?.(progress);
    });
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** `dlstatus:3:41.2:Retrieving file 3 of 9` and `pmstatus:…` as a person reads them; undefined for other lines. */
export function aptProgress(text: string): string | undefined {
  const line = text.trim().split('\n').at(-1) ?? '';
  const [, phase, percent] = /^(dlstatus|pmstatus):.*?:(\d+(?:\.\d+)?):/.exec(line) ?? [];
  if (!phase || !percent) return undefined;
  return `${phase === 'dlstatus' ? 'downloading' : 'installing'} ${Math.round(Number(percent))} %`;
}

function lastFault(output: string): string {
  const faults = output.split('\n').filter((line) => /^E: /.test(line));
  return faults[0]?.slice(3) ?? 'no reason given';
}
