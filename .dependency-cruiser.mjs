// Who may import whom, and why it is checked this way: docs/adr/0008-import-law.md. `npm test` fails on a breach, and
// scripts/checks/import-law.test.mjs proves for each rule that it can fail.
// One file for the server and both front ends; scripts/checks/import-law.mjs runs it on each.

const SERVER = '^packages/server/src/';

/** Folders of the server that are no feature. */
const PARTS = 'db|graphql|jobs|shared|launch|web';
/** A file of a feature; the group is the feature's name. */
const FEATURE_FILE = `${SERVER}(?!(?:${PARTS})/)([^/]+)/`;
const TEST = '\\.(test|fixtures)\\.ts$';

/** Files of the server by what they are. */
const PURE = `${SERVER}.*(\\.(lifecycle|formula|policy)|/deadline)\\.ts$`;
const ENTITY = `${SERVER}.*\\.entity\\.ts$`;
const TYPE = `${SERVER}.*\\.(type|inputs)\\.ts$`;
const RESOLVER = `${SERVER}.*\\.resolver\\.ts$`;
const SERVICE = `${SERVER}.*\\.service\\.ts$`;
const QUERIES = `${SERVER}.*\\.(queries|loaders)\\.ts$`;
const CLOCK = `${SERVER}shared/clock\\.ts$`;

/** An npm package, however pnpm lays it out. */
const npm = (...names) => `(^|/node_modules/)(${names.join('|')})(/|$)`;
const DATABASE = npm('@mikro-orm/[^/]+', 'kysely', 'pg');
const GRAPHQL = npm('type-graphql', 'graphql', '@apollo/[^/]+', 'graphql-scalars');

/** Only what is left of an import when it is compiled; what is written `import type` is erased. */
const values = { dependencyTypesNot: ['type-only'] };

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const everywhere = [
  rule('no-cycle', 'Two files that need each other are one file, or three. Only entities and types may name each other, by thunks.',
    { path: '^packages/' },
    { circular: true, via: { pathNot: '\\.(entity|type)\\.ts$' } }),
  rule('no-unresolved', 'The imported file does not exist.',
    // What codegen writes imports a package that has types alone.
    { path: '^packages/', pathNot: '/src/gql/' }, { couldNotResolve: true, pathNot: '^virtual:' }),
  rule('no-other-package', 'Packages know each other by nothing but schema.graphql.',
    { path: '^packages/([^/]+)/' }, { path: '^packages/', pathNot: '^packages/$1/' }),
  rule('no-test-in-product', 'The product does not import its tests.',
    { path: '^packages/[^/]+/src/', pathNot: '\\.(test|fixtures)\\.tsx?$' },
    { path: '\\.(test|fixtures)\\.tsx?$|^packages/[^/]+/test/' }),
];

const server = [
  rule('pure-knows-nothing', '*.lifecycle, *.formula, *.policy and deadline are pure: no database, no GraphQL, no clock of their own.',
    { path: PURE }, { path: [DATABASE, GRAPHQL, CLOCK, ENTITY, TYPE, RESOLVER, SERVICE, QUERIES, `${SERVER}(db|graphql|web|launch)/`] }),
  rule('entity-below-services', '*.entity knows no GraphQL, no service and no query.',
    { path: ENTITY }, { path: [GRAPHQL, TYPE, RESOLVER, SERVICE, QUERIES, `${SERVER}(graphql|web|launch)/`] }),
  rule('resolver-without-database', '*.resolver asks services and queries: no EntityManager, no SQL.',
    { path: RESOLVER }, { path: [DATABASE, ENTITY, `${SERVER}db/`], ...values }),
  rule('type-knows-types', '*.type and *.inputs are the public shape: they know other types, and the words that entities and pure files define.',
    { path: TYPE }, { path: [DATABASE, RESOLVER, SERVICE, QUERIES, `${SERVER}(db|web|launch)/`] }),
  rule('service-without-graphql', '*.service does not know how it is asked; the shape of an input is all that it may name.',
    { path: SERVICE }, { path: [GRAPHQL, TYPE, RESOLVER, `${SERVER}(graphql|web|launch)/`], ...values }),
  rule('queries-without-services', '*.queries and *.loaders give typed rows: no resolver, no service, no GraphQL class.',
    { path: QUERIES }, { path: [TYPE, RESOLVER, SERVICE, `${SERVER}(web|launch)/`], ...values }),
  rule('feature-by-its-index', 'What a feature offers to others stands in its index.ts; only entities and types may name each other.',
    { path: FEATURE_FILE, pathNot: [ENTITY, TYPE, RESOLVER, TEST] },
    { path: `${FEATURE_FILE}.+`, pathNot: [`${SERVER}$1/`, `${FEATURE_FILE}index\\.ts$`], ...values }),
  rule('feature-types-by-its-index', 'Of another feature only entities, types and pure rules may be named by `import type`; the rest is in its index.ts.',
    { path: FEATURE_FILE, pathNot: TEST },
    { path: `${FEATURE_FILE}.+`, pathNot: [`${SERVER}$1/`, `${FEATURE_FILE}index\\.ts$`, ENTITY, TYPE, PURE], dependencyTypes: ['type-only'] }),
  rule('entity-of-a-feature', 'An entity may name entities of another feature, by thunks, and the words that its pure files define.',
    { path: FEATURE_FILE.replace('([^/]+)/', '([^/]+)/.*\\.entity\\.ts$') },
    { path: `${FEATURE_FILE}.+`, pathNot: [`${SERVER}$1/`, `${FEATURE_FILE}index\\.ts$`, ENTITY, PURE], ...values }),
  rule('type-of-a-feature', 'A type or resolver may name types of another feature, by thunks, and the words that its entities define.',
    { path: FEATURE_FILE.replace('([^/]+)/', '([^/]+)/.*\\.(type|inputs|resolver)\\.ts$') },
    { path: `${FEATURE_FILE}.+`, pathNot: [`${SERVER}$1/`, `${FEATURE_FILE}index\\.ts$`, TYPE, ENTITY, PURE], ...values }),
  rule('listeners-are-not-called', 'notifications, rating and analytics listen to what happens; nobody calls them.',
    { path: FEATURE_FILE, pathNot: [`${SERVER}demo/`, TEST] },
    { path: `${SERVER}(notifications|rating|analytics)/`, pathNot: [`${SERVER}$1/`, ENTITY, TYPE] }),
  rule('shared-imports-no-feature', 'shared/ is below everything.',
    { path: `${SERVER}shared/`, pathNot: TEST }, { path: [`${FEATURE_FILE}.+`, `${SERVER}(graphql|web|launch)/`] }),
  rule('features-below-the-app', 'main → app → graphql → features, worker → jobs → features: nothing below composes the whole.',
    { path: `${SERVER}[^/]+/`, pathNot: [TEST, `${SERVER}jobs/`] }, { path: `${SERVER}((main|app|worker|start|print-schema)\\.ts$|jobs/)` }),
  rule('launch-stands-alone', 'launch/ serves start.ts, the supervisor of the processes.',
    { path: SERVER, pathNot: `${SERVER}(start\\.ts$|launch/)` }, { path: `${SERVER}launch/` }),
];

const FRONT = '^packages/(?:admin|portal)/src/';
const frontEnds = [
  rule('ui-knows-no-domain', 'ui < lib < features < app: ui/ is buttons and tables, without data and words of the domain.',
    { path: `${FRONT}ui/` }, { path: `${FRONT}(lib|features|app|gql)/` }),
  rule('lib-below-features', 'ui < lib < features < app.',
    { path: `${FRONT}lib/` }, { path: `${FRONT}(features|app)/` }),
  rule('features-below-app', 'ui < lib < features < app.',
    { path: `${FRONT}features/` }, { path: [`${FRONT}app/`, `${FRONT}main\\.tsx?$`] }),
  rule('no-feature-to-feature', 'No feature of a front end imports another: what two need moves to lib/ or ui/.',
    { path: `${FRONT}features/([^/]+)/` }, { path: `${FRONT}features/`, pathNot: `${FRONT}features/$1/` }),
  rule('front-end-without-server', 'admin and portal know the server only as schema.graphql.',
    { path: FRONT }, { path: '^packages/server/' }),
];

export default {
  forbidden: [...everywhere, ...server, ...frontEnds],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|node_modules/\\.cache)/' },
    // Imports of types count: they tie files together as much as the others do.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    externalModuleResolutionStrategy: 'node_modules',
  },
};
