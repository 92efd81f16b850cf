import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
/** Its plugin and the specs are TypeScript. */
const TYPESCRIPT = '@swc-node/register/esm-register';

/** What `npm run mutate` runs; which files are mutated it says itself. */
export default {
  // All else that the specs import they find through node_modules.
  ignorePatterns: [
    '**',
    '!libs/domain/**',
    '!libs/contracts/src/numbers/**',
    '!package.json',
    'node_modules',
  ],
  plugins: [here('spec-runner.ts')],
  testRunner: 'specs',
  testRunnerNodeArgs: ['--import', TYPESCRIPT, '--import', here('redirect.mjs')],
  // It loads the plugin as well, though it checks nothing.
  checkerNodeArgs: ['--import', TYPESCRIPT],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A busy machine must not make a timeout, which counts as found, of a fault that no spec finds.
  timeoutMS: 20_000,
  // Faults in what is computed while a spec is loaded take a process each; they are waited for.
  warnings: { slow: false },
  // What nothing tells from the right code is a few in a hundred (docs/measurements.md); more is a rule without a spec.
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: '.data/mutation',
  reporters: ['clear-text', 'json', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
  clearTextReporter: { reportTests: false, logTests: false },
  jsonReporter: { fileName: '.data/mutation.json' },
};
