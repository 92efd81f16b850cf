import jestConfig from './jest.config.mjs';

const [libs] = jestConfig.projects;

/** `npm run mutate`: how many of the faults that are put into the pure functions their own specs find. */
export default {
  mutate: ['libs/domain/src/**/*.ts', '!**/*.spec.ts'],
  // What the specs import besides is found through node_modules.
  ignorePatterns: ['**', '!libs/domain/**', '!package.json', 'node_modules'],
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  jest: {
    projectType: 'custom',
    config: {
      ...libs,
      rootDir: '.',
      testMatch: ['<rootDir>/libs/domain/**/*.spec.ts'],
      setupFiles: ['<rootDir>/libs/domain/mutation.setup.mjs'],
    },
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A busy machine must not make a timeout, and so a kill, of a mutant that lives.
  timeoutMS: 20_000,
  tempDirName: '.data/mutation',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { reportTests: false, logTests: false },
  jsonReporter: { fileName: '.data/mutation.json' },
};
