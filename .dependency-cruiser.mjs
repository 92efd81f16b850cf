import { readFileSync } from 'node:fs';

/**
 * The direction of imports:
 * contracts <- domain <- {content, persistence <- {scoring, mail}, sandbox, signing} <- apps, contracts <- apps/web, storage <- apps/api, and telemetry
 * <- {persistence, scoring, api, runner, worker}.
 */
const OURS = '^(libs|apps)/';
const SPECS = '\\.spec\\.tsx?$|(^|/)test/';
/** Where the web asks the routes' own schemas. */
const CONTRACT_CHECK = '^apps/web/src/lib/form/contract-check\\.ts$';

/** A lib and the only libs it may import. */
const LIBS = {
  contracts: [],
  domain: ['contracts'],
  content: ['contracts', 'domain'],
  persistence: ['contracts', 'domain', 'telemetry'],
  sandbox: ['contracts', 'domain'],
  signing: ['contracts', 'domain'],
  scoring: ['contracts', 'domain', 'persistence', 'telemetry'],
  mail: ['contracts', 'domain', 'persistence'],
  storage: [],
  telemetry: [],
  process: [],
  provision: ['contracts', 'signing'],
};

const libRules = Object.entries(LIBS).map(([lib, allowed]) => ({
  name: `${lib}-imports-only-${allowed.join('-and-') || 'itself'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: SPECS },
  to: { path: OURS, pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

/** The server's features in the order in which its module lists them; the infrastructure comes before all of them. */
const FEATURES = [...readFileSync('apps/api/src/app.module.ts', 'utf8').matchAll(/^ +(\w+)Module,$/gm)].map(
  ([, name]) => name.toLowerCase(),
);

const featureRules = FEATURES.slice(0, -1).map((feature, place) => ({
  name: `${feature}-imports-only-features-above-it`,
  severity: 'error',
  from: { path: `^apps/api/src/modules/${feature}/` },
  to: { path: `^apps/api/src/modules/(${FEATURES.slice(place + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...libRules,
    ...featureRules,
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: SPECS },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'http-imports-no-module',
      severity: 'error',
      comment: 'what requests have in common knows nothing of features',
      from: { path: '^apps/api/src/(http|infrastructure)/' },
      to: { path: '^apps/api/src/modules/' },
    },
    {
      name: 'testing-only-in-specs',
      severity: 'error',
      from: { path: OURS, pathNot: `^libs/testing/|${SPECS}` },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'content-files-only-for-publishing',
      severity: 'error',
      comment:
        'every process but the publisher, and the commands for authors, reads content from the bank, by hash',
      from: {
        path: '^apps/',
        pathNot: `^apps/(api/src/commands/publish-content|launcher/src/commands/content-)|${SPECS}`,
      },
      to: { path: '^libs/content/' },
    },
    {
      name: 'provision-only-for-the-launcher-and-specs',
      severity: 'error',
      from: { path: OURS, pathNot: `^(libs/(provision|testing)|apps/launcher)/|${SPECS}` },
      to: { path: '^libs/provision/' },
    },
    {
      name: 'storage-only-for-the-server',
      severity: 'error',
      comment: 'no other process is told where files are',
      from: { path: OURS, pathNot: `^(libs/(storage|testing)|apps/api)/|${SPECS}` },
      to: { path: '^libs/storage/' },
    },
    {
      name: 's3-only-in-storage',
      severity: 'error',
      from: { path: OURS, pathNot: '^libs/storage/' },
      to: { path: '^node_modules/@aws-sdk/' },
    },
    {
      name: 'web-imports-only-contracts',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: OURS, pathNot: '^(apps/web|libs/contracts)/' },
    },
    {
      name: 'answer-keys-never-reach-the-web',
      severity: 'error',
      comment: 'contracts/internal holds keys and rationales, directly or by way of another file',
      from: { path: '^apps/web/' },
      to: { path: '^libs/contracts/src/internal/', reachable: true },
    },
    {
      name: 'web-features-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-parts-import-downwards',
      severity: 'error',
      from: { path: '^apps/web/src/(components|queries|lib|i18n)/' },
      to: { path: '^apps/web/src/(app|features)/' },
    },
    {
      name: 'web-knows-routes-by-type',
      comment: 'Their schemas would come along into every page.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: [CONTRACT_CHECK, SPECS] },
      to: { path: '^(libs/contracts/src/routes/|node_modules/zod/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-checks-come-after-their-page',
      comment: 'By import(), when somebody looks into a form.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '\\.spec\\.ts$' },
      to: { path: CONTRACT_CHECK, dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    {
      name: 'web-lib-knows-no-endpoint',
      severity: 'error',
      from: { path: '^apps/web/src/lib/' },
      to: { path: '^apps/web/src/queries/' },
    },
    { name: 'every-import-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
