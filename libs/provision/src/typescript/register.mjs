// `node --import ./libs/provision/src/typescript/register.mjs file.ts` runs our TypeScript. @swc-node/register does so
// too, but loads the whole TypeScript compiler to read one tsconfig.json: over a second for each process we start.
import { register } from 'node:module';

// Reading the source maps of every package costs half a second, so only where people look at traces.
if (process.env.NODE_ENV !== 'production') process.setSourceMapsEnabled(true);
register('./hooks.mjs', import.meta.url);
