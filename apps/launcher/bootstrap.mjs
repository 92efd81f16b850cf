// The first thing that runs in a fresh checkout, so it stands on Node alone: it sees that the npm packages are
// those of the lock file and that our programs are built, then hands over to the command.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const MODULES = path.join(ROOT, 'node_modules');
const LOCK = path.join(ROOT, 'package-lock.json');
const RECORD = path.join(MODULES, '.ennead-lock');
/** As `engines` in package.json. */
const NODES = '20.19, 22.12, 24 or newer';
const supports = (major, minor) =>
  (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
const COMMANDS = [
  'start',
  'build',
  'dev',
  'test',
  'bench',
  'chaos',
  'mutate',
  'check',
  'content-check',
  'content-schema',
  'admin-create',
  'staff-link',
  'keys',
  'storage-copy',
  'verify-trail',
];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const [command, ...args] = process.argv.slice(2);
if (!COMMANDS.includes(command))
  fail(`Unknown command "${command ?? ''}". There are: ${COMMANDS.join(', ')}`);
requireNode();
await installPackages();
await buildOurs();
process.exitCode = await runCommand();

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (supports(major, minor)) return;
  fail(`Ennead needs Node ${NODES}; this is ${process.versions.node}. Install one from nodejs.org.`);
}

async function installPackages() {
  const lock = readFileSync(LOCK);
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(RECORD) && readFileSync(RECORD, 'utf8') === hash) return;
  if (!isInstalled(JSON.parse(lock.toString()))) {
    const startedAt = Date.now();
    console.log('Installing the npm packages of package-lock.json …');
    // Installs what the lock file names and leaves that file alone, like `npm ci`, but keeps what is there already.
    const quiet = process.stdout.isTTY ? [] : ['--loglevel=error'];
    const code = await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...quiet]);
    if (code !== 0)
      fail('npm failed; its messages are above. Check the network to the npm registry and start again.');
    console.log(`✓ npm packages       installed  ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  await runAllowedScripts();
  writeFileSync(RECORD, hash);
}

/**
 * Packages run nothing when they are installed (.npmrc); those that package.json allows to are made to here. npm could
 * be told to rebuild them, but looks at every package for it.
 */
async function runAllowedScripts() {
  const { allowScripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  for (const [name, allowed] of Object.entries(allowScripts)) {
    const folder = path.join(MODULES, name);
    if (!allowed || !existsSync(folder)) continue;
    const code = await run('npm', ['run', '--silent', '--prefix', folder, 'postinstall']);
    if (code !== 0) fail(`${name} could not be set up; its messages are above.`);
  }
}

/** True where npm's own record of what it installed names the versions of the lock file, as after an install by hand. */
function isInstalled(lock) {
  const installedFile = path.join(MODULES, '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(lock.packages)
    .filter(([place, entry]) => place.includes('node_modules/') && !entry.optional)
    .every(([place, entry]) =>
      entry.link ? installed[place]?.link : installed[place]?.version === entry.version,
    );
}

async function buildOurs() {
  const startedAt = Date.now();
  const { buildPrograms } = await import('./build-programs.mjs');
  const built = await buildPrograms().catch((fault) => fail(`Ennead does not build:\n${fault.message}`));
  if (built) console.log(`✓ Programs           built      ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

async function runCommand() {
  const program = path.join(ROOT, 'dist/programs/launcher', `${command}.js`);
  return run(process.execPath, [program, ...args], 'ipc');
}

/** Runs a program with this one's terminal, passes signals on, and resolves with its exit code. */
function run(program, words, ...channels) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: ROOT, stdio: ['inherit', 'inherit', 'inherit', ...channels] });
    for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
    endWithNpm(child);
    child.once('error', (error) => fail(`${program} cannot be run: ${error.message}`));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** npm and the shell it runs us by pass no signal on when they are told to end, so their going is the sign to end. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, 500);
  timer.unref();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
