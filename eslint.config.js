import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Which file may import which is dependency-cruiser's (.dependency-cruiser.cjs); here is what one file shows alone. */

const wechat =
  'WeChat is spoken to in src/platform/wechat only: call a function of that folder instead.';
const wechatNames = ['wx', 'WeixinJSBridge'];

const nodeGlobals = Object.fromEntries(
  [
    'process',
    'console',
    'Buffer',
    'URL',
    'fetch',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
  ]
    .concat([
      'AbortController',
      'AbortSignal',
      'performance',
      'TextEncoder',
      'TextDecoder',
      'Response',
      'Request',
    ])
    .map((name) => [name, 'readonly']),
);

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'data/',
      '.cache/',
      'test-results/',
      'playwright-report/',
      'bench/.work/',
      'docs/screens/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/set-state-in-render': 'error',
      'react-hooks/static-components': 'error',
      'react-hooks/error-boundaries': 'error',
      'no-console': 'error',
      'no-restricted-globals': ['error', ...wechatNames.map((name) => ({ name, message: wechat }))],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].flatMap((object) =>
          wechatNames.map((property) => ({ object, property, message: wechat })),
        ),
      ],
    },
  },
  { files: ['src/**/*.tsx'], ...jsxA11y.flatConfigs.strict },
  {
    files: ['src/platform/wechat/**'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  {
    // Long files are where a second job has moved in. Data is as long as what it lists.
    files: ['src/**/*.{ts,tsx}', 'server/**/*.ts'],
    ignores: [
      '**/*.test.{ts,tsx}',
      '**/*.examples.tsx',
      'src/domain/claims/**',
      'server/adapters/**/demo-data*.ts',
    ],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    // Tools read these files by their default export.
    files: ['*.config.{js,ts}', '*.cjs', 'test/server/support/*.ts', 'bench/**/*.config.*'],
    rules: { 'no-restricted-exports': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    ignores: ['src/**', 'public/**', 'bench/**'],
    languageOptions: { globals: { ...nodeGlobals, module: 'writable', require: 'readonly' } },
    rules: { 'no-undef': 'error' },
  },
  {
    // Written by hand for the browser and served as it is: old syntax, in which an unused error must have a name.
    files: ['src/**/*.js', 'public/**/*.js'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
);
