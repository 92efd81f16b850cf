/** Specs are ES modules: run Jest with NODE_OPTIONS=--experimental-vm-modules. */
const transformFor = (jsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true, tsx: jsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': transformFor(false), '\\.tsx$': transformFor(true) },
  // Workspaces are symlinks to TypeScript sources: Jest sees their real paths, which this pattern leaves alone.
  transformIgnorePatterns: ['/node_modules/'],
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.data/', '<rootDir>/\\.nx/'],
};

/** One project a workspace kind, so that `jest --selectProjects libs` (or `jest libs`) runs alone. */
export default {
  testTimeout: 30_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/jest-sequencer.mjs',
  // Modules of a spec that has ended are not given back by the engine: a worker that grew begins anew.
  workerIdleMemoryLimit: '600MB',
  projects: [
    { ...shared, displayName: 'libs', testMatch: ['<rootDir>/libs/**/*.spec.{ts,tsx}'] },
    {
      ...shared,
      displayName: 'apps',
      testMatch: ['<rootDir>/apps/**/*.spec.{ts,tsx}', '<rootDir>/apps/*/test/**/*.spec.{ts,tsx}'],
    },
  ],
};
