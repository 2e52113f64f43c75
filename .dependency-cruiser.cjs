/**
 * Which way imports point (the table of docs/decisions and README "Shape"), one door per library, no cycles, and no
 * staff code in a customer's first load. Every message says where the file should go.
 */

/** Tests, examples and what helps them stand beside the code that they show, and may import all. */
const TESTS = '(\\.(test|examples|driver)\\.tsx?$|^src/ui/testing/)';
const NPM = 'node_modules/';

/** A rule against imports of npm packages other than these, for the files under `from`. */
const onlyPackages = (name, from, packages, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: TESTS },
  to: {
    dependencyTypes: [
      'npm',
      'npm-dev',
      'npm-optional',
      'npm-peer',
      'npm-no-pkg',
      'npm-unknown',
      'core',
    ],
    pathNot: `(^|${NPM})(${packages.length ? packages.join('|') : 'nothing-at-all'})(/|$)`,
  },
});

/** A rule that a library is imported through one folder. */
const oneDoor = (name, door, packages, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(src|server)/', pathNot: [door, TESTS] },
  to: { path: `(^|${NPM})(${packages.join('|')})(/|$)`, dependencyTypesNot: ['local', 'aliased'] },
});

/** A rule that files under `from` import nothing under `to`. */
const never = (name, from, to, comment, extra = {}) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: TESTS },
  to: { ...to, ...extra },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment:
        'Two files that need each other hide a third: move what both use into a file of its own below them.',
      from: {},
      // A type, or a page that is loaded on demand, needs nobody while the file itself loads.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'resolves',
      severity: 'error',
      comment:
        'This import leads nowhere: write the extension, and use #domain/… or a relative path inside one folder.',
      from: {},
      to: { couldNotResolve: true },
    },

    never(
      'domain-knows-nothing-outside',
      '^src/domain/',
      { path: '^(src|server|locales|test|scripts|bench)/', pathNot: '^src/domain/' },
      'domain is pure: what touches the outside world goes to src/platform, what shows something to src/ui or src/features, words to locales/.',
    ),
    never(
      'platform-imports-domain-only',
      '^src/platform/',
      { path: '^(src|server|test|scripts|bench)/', pathNot: '^src/(domain|platform)/' },
      'platform stands below ui, features and app: hand the part in as a parameter, or move the file that needs both to src/features or src/app.',
    ),
    never(
      'ui-imports-ui-only',
      '^src/ui/',
      { path: '^(src|server|locales|test|scripts|bench)/', pathNot: '^src/ui/' },
      'ui knows neither claims nor the outside world: words and data come in as props; a control that knows claims goes to src/features/<name>.',
    ),
    {
      name: 'no-feature-imports-another',
      severity: 'error',
      comment:
        'Features do not know each other: src/app hands one to the other as a prop; what both need goes to src/ui, src/platform or src/domain.',
      from: { path: '^src/features/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    never(
      'features-stand-below-app',
      '^src/features/',
      { path: '^(src/(app|main)|server/|locales/|test/|scripts/|bench/)' },
      'A feature takes what it needs as props (onGo, help …); what joins features goes to src/app; words come through src/platform/i18n.',
    ),
    never(
      'app-stands-on-the-client',
      '^src/(app/|main)',
      { path: '^(server|test|scripts|bench)/' },
      'The client never imports the server: what both know goes to src/domain.',
    ),
    never(
      'server-imports-domain-only',
      '^server/',
      { path: '^(src|test|scripts|bench)/', pathNot: '^src/domain/' },
      'The server shares src/domain with the client and nothing else: move the shared part there.',
    ),
    never(
      'product-knows-no-tests',
      '^(src|server)/',
      { path: '(^(test|bench|scripts)/|\\.test\\.tsx?$)' },
      'The product never imports tests, benches or scripts: move the part into src/ or server/.',
    ),
    {
      name: 'no-static-way-to-staff-code',
      severity: 'error',
      comment:
        'Staff code is loaded on demand: reach src/app/staff and src/features/staff-* by import() from the route table, so that no customer downloads it.',
      from: { path: '^src/', pathNot: ['^src/(features/staff-[^/]*|app/staff)/', TESTS] },
      to: {
        path: '^src/(features/staff-[^/]*|app/staff)/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },

    onlyPackages(
      'domain-packages',
      '^src/domain/',
      [],
      'domain imports no package and no Node module: platform or server do.',
    ),
    onlyPackages(
      'platform-packages',
      '^src/platform/',
      [
        'react',
        'zustand',
        'i18next',
        'react-i18next',
        'tus-js-client',
        'weixin-js-sdk',
        '@types/react',
      ],
      'platform may import react, zustand, i18next, tus-js-client and weixin-js-sdk. Another library needs a decision record and a place in this list.',
    ),
    onlyPackages(
      'ui-packages',
      '^src/ui/',
      [
        'react',
        'react-dom',
        'react-aria-components',
        'lucide-react',
        'qr',
        '@types/react',
        '@types/react-dom',
      ],
      'ui may import react, react-aria-components, lucide-react and qr; state and words come in as props.',
    ),
    onlyPackages(
      'feature-packages',
      '^src/features/',
      ['react', 'zustand', '@types/react'],
      'A feature may import react and zustand; controls come from src/ui, words from src/platform/i18n, the router from src/app as props.',
    ),
    onlyPackages(
      'app-packages',
      '^src/(app/|main)',
      ['react', 'react-dom', 'zustand', '@types/react', '@types/react-dom'],
      'app may import react and zustand; everything else has its door below: src/ui or src/platform.',
    ),
    never(
      'server-has-no-client-library',
      '^server/',
      {
        path: `${NPM}(react|react-dom|i18next|zustand|tus-js-client|react-aria-components)(/|$)`,
      },
      'The server shows plain pages without a client library: server/pages.',
    ),

    oneDoor(
      'door-react-aria',
      '^src/ui/',
      ['react-aria-components', 'react-aria', 'react-stately', '@react-aria', 'lucide-react'],
      'Only src/ui says react-aria-components and lucide-react: make or widen a control there and use that.',
    ),
    oneDoor(
      'door-i18n',
      '^src/platform/i18n/',
      ['i18next', 'react-i18next'],
      'Only src/platform/i18n says i18next: use useWords from there.',
    ),
    oneDoor(
      'door-upload',
      '^src/platform/upload/',
      ['tus-js-client'],
      'Only src/platform/upload says tus: use its functions.',
    ),
    oneDoor(
      'door-qr',
      '^src/ui/qr-code/',
      ['qr'],
      'Only src/ui/qr-code says qr: use its squares or its picture.',
    ),
    oneDoor(
      'door-sql',
      '^server/store/',
      ['kysely', 'pg', 'libsql', '@libsql', '@types/pg'],
      'Only server/store says SQL: write the query as a function there and call it.',
    ),
  ],
  options: {
    // Type-only imports count: a direction that holds for values and not for types does not hold.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|bench/\\.work|bench/peers)/|\\?(raw|url|inline)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
