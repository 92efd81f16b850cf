/**
 * The script that the exam page needs, from the manifest of the last build: entry, shared chunks, route chunk and
 * the larger language's texts. Fails when it weighs more than the budget.
 *
 *   node apps/web/scripts/exam-budget.mjs [dist folder]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 150_000;
const PAGE = 'src/features/exam/exam-page.tsx';
const dist = process.argv[2] ?? join(import.meta.dirname, '../../../dist/web');
const manifestFile = join(dist, '.vite', 'manifest.json');
if (!existsSync(manifestFile)) fail(`No build in ${dist}. Run the web build first.`);
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const keys = Object.keys(manifest);

if (!manifest[PAGE]) fail(`The build has no chunk of ${PAGE}.`);

const texts = ['common', 'problems', 'exam'].flatMap((namespace) => {
  const both = keys.filter((key) => new RegExp(`^src/i18n/[^/]+/${namespace}\\.ts$`).test(key));
  return both.sort((a, b) => weigh(manifest[b].file) - weigh(manifest[a].file)).slice(0, 1);
});

const files = new Map();
for (const key of ['index.html', PAGE, ...texts]) collect(key);
const firstPaint = join(dist, 'first-paint.js');
if (existsSync(firstPaint)) files.set('first-paint.js', weigh('first-paint.js'));

const total = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
for (const [file, bytes] of [...files].sort((a, b) => b[1] - a[1])) {
  console.log(`${String(bytes).padStart(8)}  ${file}`);
}
console.log(
  `${String(total).padStart(8)}  bytes gzip of script on the exam page; the budget is ${BUDGET_BYTES}`,
);
if (total > BUDGET_BYTES) fail(`Over the budget by ${total - BUDGET_BYTES} bytes.`);

/** Adds a chunk and all it imports statically. */
function collect(key) {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  if (chunk.file.endsWith('.js')) files.set(chunk.file, weigh(chunk.file));
  for (const imported of chunk.imports ?? []) collect(imported);
}

function weigh(file) {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
