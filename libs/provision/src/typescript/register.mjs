// `node --import ./libs/provision/src/typescript/register.mjs file.ts` runs our TypeScript. @swc-node/register does so
// too, but loads the whole TypeScript compiler to read one tsconfig.json: over a second for each process we start.
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./hooks.mjs', import.meta.url);
