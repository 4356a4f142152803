/** The import rules: a folder of src/ says which thread its code runs on, so imports point one way only. */

/** What each folder may import besides itself and npm packages. Types count as imports too. */
const ALLOWED = {
  domain: [],
  imaging: ['domain'],
  inference: ['domain'],
  worker: ['domain', 'imaging', 'inference'],
  client: ['domain', 'worker/protocol.ts'],
  storage: ['domain'],
  content: ['domain'],
  components: ['domain', 'content'],
  state: ['domain', 'client', 'storage'],
  app: ['domain', 'content', 'components', 'client', 'storage', 'state'],
  embed: ['domain', 'imaging', 'inference'],
};

/** A test may look at anything beside and below what it tests; it is never shipped. */
const TEST = '[.]test[.]tsx?$';
const INFERENCE_PACKAGES = '^node_modules/@tensorflow/';

const oneWay = Object.entries(ALLOWED).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} may import ${allowed.join(', ') || 'nothing of ours'}: see docs/architecture.md`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: TEST },
  to: {
    path: '^(src|cli|e2e|scripts)/',
    pathNot: [folder, ...allowed].map((name) => `^src/${name}${name.includes('.') ? '$' : '/'}`),
  },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'cli-imports',
      comment: 'the command line is a second front door: it takes what is free of the browser',
      severity: 'error',
      from: { path: '^cli/', pathNot: TEST },
      to: { path: '^(src|e2e|scripts)/', pathNot: '^src/(domain|imaging|inference)/' },
    },
    {
      name: 'known-folder',
      comment: 'a new folder of src/ needs a row in ALLOWED before it may import anything',
      severity: 'error',
      from: {
        path: '^src/[^/]+/',
        pathNot: Object.keys(ALLOWED).map((folder) => `^src/${folder}/`),
      },
      to: {},
    },
    {
      name: 'tensorflow-in-its-thread',
      comment: 'TensorFlow.js stays out of the page: only the worker and Node carry it',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(inference|worker|embed)/', TEST] },
      to: { path: INFERENCE_PACKAGES },
    },
    {
      name: 'node-stays-out',
      comment: 'src/ runs in browsers, where Node has no modules',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'tests-are-leaves',
      comment: 'nothing that is shipped leans on a test',
      severity: 'error',
      from: { pathNot: [TEST, '^e2e/'] },
      to: { path: [TEST, '^e2e/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'declared-packages',
      comment: 'a package that is imported stands in package.json',
      severity: 'error',
      from: { path: '^(src|cli|e2e|scripts)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-packages-in-what-runs',
      severity: 'error',
      from: { path: '^(src|cli)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    // TypeScript 7 has no API for other programs; swc reads TypeScript, type-only imports included.
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '[.](css|svg|png|wasm)$' },
  },
};
