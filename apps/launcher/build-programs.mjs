// Builds every program of ours into dist/programs. It stands on Node and rolldown alone, for the launcher is one of
// what it builds: docs/adr/0017-built-programs.md.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const DIST = path.join(ROOT, 'dist');
/** A link to the newest of the builds, which lie beside it: putting another in its place leaves no moment without one. */
const PROGRAMS = path.join(DIST, 'programs');
const BUILDS = path.join(DIST, 'builds');
/** What was built of what, and a digest for each program over itself and all of ours that it imports. */
const RECORD = 'build.json';
/** Read by a program from beside itself, as in the sources. */
const BESIDE = { agent: 'libs/sandbox/agent' };
/** Builds that are kept beside the newest. */
const KEPT = 2;
const LOCK = 'package-lock.json';
const ALSO = [LOCK, 'tsconfig.base.json', 'apps/launcher/build-programs.mjs'];

/**
 * Builds the programs, unless they are built of these very sources already. True where it had to.
 * @throws Error naming what does not build; what was built before stays as it is
 */
export async function buildPrograms() {
  const programs = await findPrograms();
  if (await isBuilt(programs)) return false;
  await mkdir(BUILDS, { recursive: true });
  // Once more where a source has changed meanwhile: what was built might be of either.
  while (!(await buildAside(programs)));
  return true;
}

/** @returns false where a source has changed while it was built, and nothing is there of it */
async function buildAside(programs) {
  const folder = await mkdtemp(path.join(BUILDS, 'b-'));
  let isWhole = false;
  try {
    isWhole = await build(programs, folder);
    if (!isWhole) return false;
    await chmod(folder, 0o755);
    await show(folder);
  } finally {
    if (!isWhole) await rm(folder, { recursive: true, force: true });
  }
  await removeOlder(folder);
  return true;
}

/**
 * Sources by program, such as `api/main` and `api/migrate`: the main.ts of each app and the files of its commands, the
 * benches and the chaos.
 */
async function findPrograms() {
  const programs = { 'bench/main': 'bench/main.ts', 'chaos/main': 'chaos/main.ts' };
  for (const app of (await readdir(path.join(ROOT, 'apps'))).sort()) {
    const sources = `apps/${app}/src`;
    if (existsSync(path.join(ROOT, sources, 'main.ts'))) programs[`${app}/main`] = `${sources}/main.ts`;
    const commands = await readdir(path.join(ROOT, sources, 'commands')).catch(() => []);
    for (const file of commands.filter((name) => /(?<!\.spec)\.ts$/.test(name)).sort())
      programs[`${app}/${path.basename(file, '.ts')}`] = `${sources}/commands/${file}`;
  }
  return programs;
}

async function isBuilt(programs) {
  const record = await readFile(path.join(PROGRAMS, RECORD), 'utf8').then(JSON.parse, () => undefined);
  if (Object.keys(record?.programs ?? {}).join() !== Object.keys(programs).sort().join()) return false;
  if (!Object.keys(programs).every((name) => existsSync(path.join(PROGRAMS, `${name}.js`)))) return false;
  return (await digestFiles(record.sources)) === record.digest;
}

/** @returns false where a source has changed while it was built */
async function build(programs, folder) {
  const startedAt = Date.now();
  const { rolldown } = await import('rolldown');
  // Also those of which nothing is left in the end, such as a file that only gives on what others have.
  const modules = new Set();
  const bundle = await rolldown({
    cwd: ROOT,
    platform: 'node',
    input: programs,
    tsconfig: path.join(ROOT, 'tsconfig.base.json'),
    external: await packagesLeftOut(),
    plugins: [{ name: 'note-modules', moduleParsed: ({ id }) => void modules.add(id) }],
    onLog: (level, { code, message }) => {
      if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
      if (level === 'warn') console.error(message);
    },
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    sourcemap: true,
    // TypeORM and Nest go by the names of classes.
    keepNames: true,
    chunkFileNames: 'shared/[name]-[hash].js',
  });
  await bundle.close();
  for (const [name, place] of Object.entries(BESIDE))
    await cp(path.join(ROOT, place), path.join(folder, name), { recursive: true });
  const sources = await writeRecord(
    folder,
    output.filter(({ type }) => type === 'chunk'),
    [...modules].filter((id) => path.isAbsolute(id)),
  );
  const changes = await Promise.all(sources.map((file) => stat(path.join(ROOT, file))));
  const endedAt = Date.now();
  // A file that is dated in the future was not changed just now, and would have it built for ever.
  return changes.every(({ mtimeMs }) => mtimeMs < startedAt || mtimeMs > endedAt);
}

/** Packages are imported from node_modules as they are, except those that are not at its top, where `dist` finds none. */
async function packagesLeftOut() {
  const lock = JSON.parse(await readFile(path.join(ROOT, LOCK), 'utf8'));
  const nested = Object.keys(lock.packages).flatMap(
    (place) => /^(?:apps|libs)\/[^/]+\/node_modules\/(.+)$/.exec(place)?.[1] ?? [],
  );
  const builtIn = [...nested, '@ennead', '@oxc-project/runtime'];
  return (id) =>
    !id.startsWith('.') &&
    !path.isAbsolute(id) &&
    !builtIn.some((name) => id === name || id.startsWith(`${name}/`));
}

async function writeRecord(folder, chunks, modules) {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const closureOf = (file, seen = new Set()) => {
    if (!byFile.has(file) || seen.has(file)) return seen;
    seen.add(file);
    const { imports, dynamicImports } = byFile.get(file);
    for (const next of [...imports, ...dynamicImports]) closureOf(next, seen);
    return seen;
  };
  const digestOf = ({ fileName }) =>
    sha256([...closureOf(fileName)].sort().map((file) => byFile.get(file).code));
  const entries = chunks.filter(({ isEntry }) => isEntry).sort((a, b) => (a.name < b.name ? -1 : 1));
  const beside = await Promise.all(Object.values(BESIDE).map(filesOf));
  const sources = [
    ...new Set([
      ...modules.map((id) => path.relative(ROOT, id)),
      ...beside.flat(),
      ...(await workspaceFiles()),
      ...ALSO,
    ]),
  ].sort();
  const content = {
    programs: Object.fromEntries(entries.map((chunk) => [chunk.name, digestOf(chunk)])),
    digest: await digestFiles(sources),
    sources,
  };
  await writeFile(path.join(folder, RECORD), JSON.stringify(content, null, 1));
  return sources;
}

/** What each workspace gives to others is said there. */
async function workspaceFiles() {
  const folders = ['apps', 'libs'];
  const names = await Promise.all(folders.map((folder) => readdir(path.join(ROOT, folder))));
  return folders
    .flatMap((folder, at) => names[at].map((name) => `${folder}/${name}/package.json`))
    .filter((file) => existsSync(path.join(ROOT, file)));
}

async function filesOf(place) {
  const entries = await readdir(path.join(ROOT, place), { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => `${place}/${name}`);
}

/** Undefined where one of the files is gone. */
async function digestFiles(files) {
  const contents = await Promise.all(
    files.map((file) => readFile(path.join(ROOT, file)).catch(() => undefined)),
  );
  return contents.includes(undefined) ? undefined : sha256(contents);
}

function sha256(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(createHash('sha256').update(part).digest());
  return hash.digest('hex');
}

/** Puts a build in the place of the one before, whole and at once, however many do so together. */
async function show(folder) {
  const link = `${folder}.link`;
  await symlink(path.relative(DIST, folder), link);
  await rename(link, PROGRAMS);
}

/** What still runs of a build before may load more of it, so the last ones stay. */
async function removeOlder(newest) {
  const folders = (await readdir(BUILDS)).map((name) => path.join(BUILDS, name));
  const dated = await Promise.all(
    folders.map(async (folder) => ({
      folder,
      at: (await stat(folder).catch(() => ({ mtimeMs: 0 }))).mtimeMs,
    })),
  );
  const old = dated.filter(({ folder }) => folder !== newest).sort((a, b) => b.at - a.at);
  for (const { folder } of old.slice(KEPT)) await rm(folder, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPrograms();
