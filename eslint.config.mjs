import { defineConfig, globalIgnores } from 'eslint/config';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const WEB = 'apps/web/**/*.{ts,tsx}';

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '.data/', '.nx/', 'coverage/', 'labs/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    languageOptions: { globals: globals.node },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // Not where Nest injects: the metadata of a constructor's parameters needs their classes as values.
    files: ['libs/{contracts,domain,content,mail,sandbox,scoring,storage,provision,testing}/**/*.ts', WEB],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: [WEB],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
    languageOptions: { globals: globals.browser },
    rules: {
      // Styled away from their display, lists and tables lose their roles in Safari; these give them back.
      'jsx-a11y/no-redundant-roles': [
        'error',
        { ul: ['list'], ol: ['list'], thead: ['rowgroup'], tbody: ['rowgroup'] },
      ],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': ['error', { tr: ['row'], td: ['cell'] }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tanstack/react-query',
              importNames: ['useMutation'],
              message: 'useAct (lib/use-act.ts) sends once however fast somebody presses.',
            },
          ],
        },
      ],
    },
  },
  {
    // Each endpoint has one home in the browser, with what its answer is kept under and what goes stale with it.
    files: [WEB],
    ignores: ['apps/web/src/{queries,lib}/**', '**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/lib/api.ts'],
              importNames: ['api'],
              message: 'Endpoints are asked in queries/<entity>.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    // A state by its name goes on meaning what it meant when the lifecycle has moved on: what is asked is what has
    // happened, or may happen yet.
    files: ['apps/{api,worker}/src/**/*.ts', 'libs/{domain,scoring}/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          ...['left', 'right'].flatMap((side) => {
            const literal = side === 'left' ? 'right' : 'left';
            return ['name', 'property.name', 'property.value', 'expression.property.name'].map(
              (where) =>
                `BinaryExpression[operator=/^[!=]==$/][${side}.${where}="state"][${literal}.type=/Literal/]`,
            );
          }),
          'SwitchStatement[discriminant.name="state"], SwitchStatement[discriminant.property.name="state"]',
          'CallExpression[callee.object.type="ArrayExpression"][callee.property.name="includes"] > :matches(Identifier[name="state"], MemberExpression[property.name="state"])',
        ].map((selector) => ({
          selector,
          message: 'Ask its lifecycle: stateAfter, sourcesOf or what stands beside it.',
        })),
      ],
    },
  },
  {
    // The reader's clock may be days off. What time passes is told by performance.now().
    files: [WEB],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'NewExpression[callee.name="Date"][arguments.length=0]',
          // Of the rest only what reads an instant that is given, and the type.
          'MemberExpression[object.name="Date"]:not([computed=false][property.name=/^(parse|UTC)$/])',
          'MemberExpression[property.name="Date"], MemberExpression[property.value="Date"]',
          ':not(NewExpression, MemberExpression, TSTypeReference, BinaryExpression) > Identifier[name="Date"]',
        ].map((selector) => ({
          selector,
          message:
            'The server says what time it is: a fact or serverNow of its answer (lib/server-clock.ts).',
        })),
      ],
    },
  },
  {
    // Its predicate is evaluated in the page, whose policy forbids that as soon as it has to look twice.
    files: ['apps/journeys/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          property: 'waitForFunction',
          message: 'Wait for a locator, or ask again and again with eventually().',
        },
      ],
    },
  },
);
