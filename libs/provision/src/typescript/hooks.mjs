import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform, version } from '@swc/core';

const CACHE_DIR = fileURLToPath(new URL('../../../../node_modules/.cache/ennead-ts/', import.meta.url));

/** The same as tsconfig.base.json says: old decorators with metadata, which Nest and TypeORM need. */
const OPTIONS = {
  swcrc: false,
  configFile: false,
  module: { type: 'es6' },
  sourceMaps: 'inline',
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
};

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !/\.ts(\?|$)/.test(url)) return nextLoad(url, context);
  const file = fileURLToPath(url);
  const source = await readFile(file, 'utf8');
  return { format: 'module', source: await compile(file, source), shortCircuit: true };
}

/** What was compiled once is kept under a hash of all it depends on. */
async function compile(file, source) {
  const key = createHash('sha256')
    .update(JSON.stringify([version, OPTIONS, file]))
    .update(source)
    .digest('hex');
  const kept = path.join(CACHE_DIR, `${key}.mjs`);
  try {
    return await readFile(kept, 'utf8');
  } catch {
    const { code } = await transform(source, { ...OPTIONS, filename: file, sourceFileName: file });
    await keep(kept, code);
    return code;
  }
}

/** Written whole or not at all, for several processes start at once; a cache that cannot be written is no fault. */
async function keep(file, code) {
  const part = `${file}.${process.pid}`;
  try {
    await mkdir(CACHE_DIR, { recursive: true });
    await writeFile(part, code);
    await rename(part, file);
  } catch {
    return;
  }
}
