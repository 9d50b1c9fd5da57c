import { defineConfig } from 'eslint/config';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { noCircles } from './lint/no-circles.js';

const specs = ['**/*.spec.ts', '**/*.types.ts', '**/test/**', 'libs/{eventstoredb-server,laws,testing}/**'];

const noWayRound = {
  regex: '^\\.\\./(\\.\\.|test|dist)/', // one folder within a package may import another
  message: 'Import the package by its name: a relative path bypasses its index and its rules.',
};

const importRules = (patterns) => ({
  ignores: specs,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noWayRound, ...patterns] }] },
});

/** The template slice obeys the rules of the folder that it is copied to. */
const alsoInTemplate = (files) => files.flatMap((each) => [each, `infra/template/${each}`]);

/** What a folder may import at run time; `import type` is unrestricted. */
const mayImport = (files, allowed, why, ...more) => {
  const regex = `^(?!\\.${allowed.map((name) => `|${name}`).join('')})`;
  return { files: alsoInTemplate(files), ...importRules([{ regex, allowTypeImports: true, message: why }, ...more]) };
};

const kernel = '@annals/(event-sourcing|text)$';
const contracts = '@annals/contracts-';
const noSlice = '@annals/(?!eventstoredb-server|laws|testing|(domain|projections)-|contracts-(?!(values|published)$))';

const boundaries = [
  {
    files: ['**/*.ts'],
    ...importRules([
      {
        regex: '^@annals/(eventstoredb-server|laws|testing)',
        message: 'Only specs import it: it pulls jest into the product.',
      },
    ]),
  },
  mayImport(
    ['libs/**/*.ts'],
    ['@annals/(?!eventstoredb-server|laws|testing)', '@nestjs/(?!cqrs)', 'class-', 'node:', 'rxjs'],
    'Only the command bus, controllers and modules know @nestjs/cqrs; one driver belongs to one adapter.',
  ),
  mayImport(
    [
      'libs/platform/command-bus/**/*.ts',
      '**/*.controller.ts',
      '**/*.module.ts',
      '**/slice.ts',
      '**/published-*.ts',
      '**/*.commands.ts',
      '**/*.questions.ts',
    ],
    ['@annals/(?!eventstoredb-server|laws|testing)', '@nestjs/', 'class-', 'node:', 'rxjs', 'uuid$', 'zod$'],
    'Controllers and modules only connect parts; they use third-party packages through libraries of Annals.',
  ),
  mayImport(
    ['libs/composition/**/*.ts'],
    ['@annals/(?!eventstoredb-server|laws|testing)', '@nestjs/', 'node:'],
    'The composition assembles processes from libraries and knows no driver.',
  ),
  mayImport(
    ['libs/platform/{http,auth,configuration,telemetry}/**/*.ts'],
    [
      noSlice,
      '@nestjs/',
      'reflect-metadata$',
      'class-',
      'node:',
      'rxjs',
      'uuid$',
      'zod$',
      'jose$',
      'lru-cache$',
      'prom-client$',
      'fastify$',
      '@fastify/static$',
      'helmet$',
      'p-limit$',
      '@zxcvbn-ts/',
      '@opentelemetry/',
    ],
    'The platform knows Nest, HTTP and security, and serves any slice: what it needs of one, the manifest declares. Stores and file formats are adapters of their own.',
  ),
  mayImport(
    ['libs/{access,slice}/**/*.ts'],
    [noSlice, '@nestjs/(?!cqrs)', 'node:'],
    'Access follows from what slices declare in their manifests, such as `places` and `directory`, so that it serves any slice and imports none.',
  ),
  mayImport(
    ['libs/reading/**/*.ts'],
    [
      '@annals/(access|command-bus(/forms)?|contracts-values|event-sourcing|http|projecting|text)$',
      'node:crypto$',
      '@nestjs/(?!cqrs)',
      'class-',
      'zod$',
    ],
    'Reading serves the lists that views declare, for any slice: it knows neither slices nor stores.',
  ),
  mayImport(
    ['libs/importing/**/*.ts'],
    ['@annals/(?!eventstoredb-server|laws|testing)', 'class-', 'node:', 'iconv-lite$', 'luxon$', 'uuid$', 'zod$'],
    'The importer turns files into commands; it knows file formats, and no store or HTTP.',
  ),
  mayImport(
    ['libs/imports/**/*.ts'],
    ['@annals/(?!eventstoredb-server|laws|testing)', '@nestjs/(?!cqrs)', 'class-', 'node:', 'zod$'],
    'Importing over HTTP knows files, records and forms; how commands are carried out, the process says.',
  ),
  mayImport(
    ['libs/queries/src/calendars/ics.ts'],
    ['@annals/(contracts-|event-sourcing$)', 'ical-generator$'],
    'A calendar is a pure function of tasks: it knows its format, and neither stores nor HTTP.',
  ),
  mayImport(
    ['libs/attachments/**/*.ts'],
    ['@annals/(?!eventstoredb-server|laws|testing)', '@nestjs/', 'class-', 'node:', 'file-type$'],
    'Attached files know their signatures, blobs and records; what is recorded of them, the slice says.',
  ),
  mayImport(
    ['libs/analytics/**/*.ts'],
    ['big.js$', 'luxon$'],
    'A method is a pure function of numbers and dates, so that it can be checked against its publication.',
  ),
  mayImport(
    ['libs/projecting/**/*.ts'],
    [kernel, 'node:', 'lru-cache$'],
    'The runner knows the kernel alone, so that it runs any projection on any store.',
  ),
  mayImport(['libs/stores/memory/**/*.ts'], [kernel, 'node:'], 'A store knows the kernel and its own driver.'),
  mayImport(
    ['libs/stores/sqlite/**/*.ts'],
    [kernel, 'better-sqlite3$', 'node:'],
    'A store knows the kernel and its own driver, so that another store can take its place.',
  ),
  mayImport(
    ['libs/stores/eventstoredb/**/*.ts'],
    [kernel, '@eventstore/db-client(?:/|$)', 'google-protobuf/', 'node:'],
    'A store knows the kernel and its own driver, so that another store can take its place.',
  ),
  mayImport(
    ['libs/stores/mongodb/**/*.ts'],
    [kernel, 'mongodb$', 'node:'],
    'A store knows the kernel and its own driver, so that another store can take its place.',
  ),
  mayImport(
    ['libs/messaging/kafka/**/*.ts'],
    [kernel, contracts, 'kafkajs(/|$)', 'node:'],
    'A messaging adapter knows the kernel, the contracts and its own driver, so that another broker can take its place.',
  ),
  mayImport(
    ['libs/event-sourcing/**/*.ts'],
    ['big.js$'],
    'The kernel imports nothing but exact arithmetic, so that rules do not depend on any framework or driver.',
  ),
  mayImport(
    ['libs/text/**/*.ts'],
    ['any-ascii$', 'libphonenumber-js/', 'node:module$', 'opencc-js/', 'pinyin-pro$'],
    'How texts, numbers and codes compare is the same for rules, views and queries, and depends on none of them.',
  ),
  mayImport(
    ['libs/matching/**/*.ts'],
    [kernel, '@skyra/jaro-winkler$', 'node:module$'],
    'How customers are compared is a pure function of what is known of them, so that it can be explained and tested.',
  ),
  mayImport(
    ['contracts/**/*.ts'],
    [kernel, '@annals/contracts-values$', 'zod$', 'dinero.js/currencies$'],
    'A contract is shared with other systems: it knows the kernel and the schema library.',
  ),
  mayImport(
    ['contracts/published/**/*.ts'],
    [kernel, contracts, 'zod$'],
    'Published events are derived from the contracts of stored events.',
  ),
  mayImport(
    ['projections/**/*.ts'],
    [kernel, contracts, '@annals/(analytics|matching)$', 'zod$'],
    'A projection is a pure function of events, so that it can be rebuilt and queried "as of".',
  ),
  mayImport(
    ['**/*.decider.ts', 'libs/domain/**/*.problems.ts'],
    [kernel, contracts],
    'A decider knows the kernel and contracts only, so that its rules can be tested and replayed anywhere.',
    {
      regex: '\\.(commands|controller|module)\\.js$',
      allowTypeImports: true,
      message: 'Import command classes as types: rules need no decorators.',
    },
  ),
  mayImport(
    ['**/*.policy.ts'],
    [kernel, contracts, '@annals/(projections|domain)-', '@annals/analytics$'],
    'A policy decides on an event or a document; its runner carries it out.',
  ),
];

const consoleFiles = ['apps/console/src/**/*.{ts,tsx}'];

/** The console talks to the server by the API alone. */
const ofConsole = [
  {
    files: consoleFiles,
    languageOptions: {
      parserOptions: { project: ['apps/console/tsconfig.json'], tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(@annals/|node:)|/(libs|contracts|projections)/',
              message: 'The console knows the API only, by the client that is generated from its OpenAPI description.',
            },
          ],
        },
      ],
      // `onClick={async …}` would lose its error.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: true } }],
    },
  },
  {
    files: ['apps/console/test/**/*.ts'],
    languageOptions: {
      parserOptions: { project: ['apps/console/test/tsconfig.json'], tsconfigRootDir: `${import.meta.dirname}/..` },
    },
  },
];

/** Which layer may depend on which; the finer rules by file name are above. */
const layers = {
  files: ['**/*.ts'],
  ignores: specs,
  plugins: { '@nx': nx },
  rules: {
    '@nx/enforce-module-boundaries': [
      'error',
      {
        enforceBuildableLibDependency: false,
        allow: [],
        // Specs use stores, fixtures of other packages and all of Annals; the product does not.
        ignoredCircularDependencies: [
          ['@annals/store-memory', '@annals/event-sourcing'],
          ['@annals/store-sqlite', '@annals/event-sourcing'],
          ['@annals/store-sqlite', '@annals/testing'],
          ['@annals/testing', '@annals/event-sourcing'],
          ['@annals/store-mongodb', '@annals/testing'],
          ['@annals/composition', '@annals/imports'],
          ['@annals/composition', '@annals/queries'],
          ['@annals/composition', '@annals/domain-lifecycle'],
        ],
        depConstraints: [
          ['kernel', []],
          ['analytics', []],
          ['matching', ['kernel']],
          ['shared', ['kernel', 'shared', 'contracts']],
          ['contracts', ['kernel', 'shared', 'contracts']],
          ['projection', ['kernel', 'shared', 'contracts', 'analytics', 'matching']],
          ['store', ['kernel']],
          ['messaging', ['kernel', 'shared', 'contracts']],
          ['engine', ['kernel', 'shared', 'contracts', 'platform', 'domain', 'engine']],
          ['platform', ['kernel', 'shared', 'analytics', 'engine', 'platform']],
          ['slice', ['kernel', 'shared', 'analytics', 'platform', 'engine']],
          ['domain', ['kernel', 'shared', 'contracts', 'analytics', 'matching', 'platform', 'projection', 'slice']],
          ['policy', ['kernel', 'shared', 'contracts', 'analytics', 'projection', 'slice', 'domain']],
          ['access', ['kernel', 'shared', 'platform', 'engine', 'slice']],
          ['reading', ['kernel', 'shared', 'platform', 'access', 'engine', 'slice']],
          [
            'queries',
            [
              ...['kernel', 'shared', 'contracts', 'analytics', 'platform', 'access', 'engine', 'projection', 'slice'],
              ...['matching', 'reading'],
            ],
          ],
          [
            'attachments',
            [
              ...['kernel', 'shared', 'contracts', 'platform', 'access', 'engine', 'projection', 'slice'],
              ...['domain', 'reading'],
            ],
          ],
          ['imports', ['kernel', 'shared', 'platform', 'access', 'engine', 'slice']],
          [
            'app',
            [
              ...['kernel', 'shared', 'contracts', 'analytics', 'platform', 'access', 'engine', 'projection'],
              ...[
                'domain',
                'policy',
                'queries',
                'imports',
                'attachments',
                'reading',
                'slice',
                'store',
                'messaging',
                'composition',
              ],
            ],
          ],
          [
            'composition',
            [
              ...['kernel', 'shared', 'contracts', 'analytics', 'platform', 'access', 'engine', 'projection'],
              ...['domain', 'policy', 'queries', 'imports', 'attachments', 'reading', 'slice', 'store'],
            ],
          ],
          ['testing', ['kernel', 'shared', 'contracts']],
        ].map(([layer, below]) => ({
          sourceTag: `layer:${layer}`,
          onlyDependOnLibsWithTags: below.map((name) => `layer:${name}`),
        })),
      },
    ],
  },
};

const pure = [
  '**/*.decider.ts',
  '**/*.problems.ts',
  '**/*.policy.ts',
  'projections/**/*.ts',
  'contracts/**/*.ts',
  'libs/analytics/**/*.ts',
  'libs/matching/**/*.ts',
];

const barrelOfBarrels = {
  selector: 'ExportAllDeclaration[source.value=/^@/]',
  message: 'An index does not re-export another package: import it from there.',
};

const undeclared = {
  selector: 'NewExpression[callee.name=/^(Rejection|HttpProblem)$/]',
  message:
    'Declare the problem in `x.problems.ts` with `problems` or `httpProblems`, and use their `reject`, `problem` or `fail`: the error catalogue has only declared problems.',
};

const time = 'Pass the time as an argument: a replay must decide as before.';
const chance = 'Pass ids and random values as arguments: a retry must produce the same events.';
const waiting = 'Rules are synchronous: the command or the event contains all that they need.';
const outside = 'Rules perform no input or output.';

const impurities = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: time },
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: time },
  { selector: 'MemberExpression[property.name=/^(random|randomUUID)$/]', message: chance },
  { selector: ':function[async=true]', message: waiting },
  { selector: 'Identifier[name=/^(process|console|fetch|setTimeout)$/]', message: outside },
];

/** In the kernel, the default of an argument is the only place for the clock of the system. */
const clocks = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: time },
  { selector: ':not(AssignmentPattern) > MemberExpression[object.name="Date"][property.name="now"]', message: time },
  { selector: 'MemberExpression[object.name="performance"]', message: time },
  { selector: 'MemberExpression[property.name=/^(random|randomUUID)$/]', message: chance },
];

const patience =
  'Wait for a position or for what a user sees, with `until` for example: a test that sleeps depends on the speed of the machine.';

/** Random moments, at which processes are killed, are in helpers of tests. */
const sleeps = [
  {
    selector: 'ImportDeclaration[source.value=/timers.promises$/] > ImportSpecifier[imported.name="setTimeout"]',
    message: patience,
  },
  { selector: 'NewExpression[callee.name="Promise"] Identifier[name="setTimeout"]', message: patience },
  { selector: 'MemberExpression[property.name="waitForTimeout"]', message: patience },
];

const purity = [
  { files: ['**/*.ts'], rules: { 'no-restricted-syntax': ['error', barrelOfBarrels] } },
  {
    files: ['**/*.ts'],
    // The first two create problems from declarations; the last two copy one or give it a status.
    ignores: [
      ...specs,
      ...['libs/event-sourcing/src/problem.ts', 'libs/platform/http/src/problems/http-problem.ts'],
      ...['libs/event-sourcing/src/rejection.ts', 'libs/platform/http/src/problems/problem.ts'],
    ],
    rules: { 'no-restricted-syntax': ['error', barrelOfBarrels, undeclared] },
  },
  {
    files: ['libs/event-sourcing/**/*.ts'],
    ignores: [...specs, 'libs/event-sourcing/src/problem.ts', 'libs/event-sourcing/src/rejection.ts'],
    rules: { 'no-restricted-syntax': ['error', barrelOfBarrels, undeclared, ...clocks] },
  },
  {
    files: alsoInTemplate(pure),
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', barrelOfBarrels, undeclared, ...impurities] },
  },
  {
    files: ['**/*.{spec,laws,contract,process,engine,console}.ts'],
    rules: { 'no-restricted-syntax': ['error', barrelOfBarrels, ...sleeps] },
  },
];

const circles = {
  files: ['**/*.{ts,tsx}'],
  plugins: { annals: { rules: { 'no-circles': noCircles } } },
  rules: { 'annals/no-circles': 'error' },
};

export default defineConfig(
  { ignores: ['**/dist/**', 'infra/clients/*.ts', 'apps/console/src/generated/**'] }, // compiled against a generated client by their test
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: ['tsconfig.base.json'], tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 8],
      'max-lines': ['error', 150],
      'max-params': ['error', 5],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `{ log, ...kept }` leaves out a member.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A port is asynchronous even if an adapter is not.
      '@typescript-eslint/require-await': 'off',
    },
  },
  layers,
  circles,
  boundaries,
  purity,
  ofConsole,
);
