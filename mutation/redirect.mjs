import { register } from 'node:module';

// Specs that ask for Jest get our own collector of specs: see spec-runner.ts.
const globals = new URL('./jest-globals.ts', import.meta.url).href;
const hooks = `export const resolve = (name, context, next) =>
  name === '@jest/globals' ? { url: ${JSON.stringify(globals)}, shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
