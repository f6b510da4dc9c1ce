import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { concatAST, Kind, parse, visit, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { loadConfig, PROJECT_ROOT } from '../../src/config.js';
import { LIMITS } from '../../src/graphql/limits/limits.js';
import { measure } from '../../src/graphql/limits/measure.js';
import { buildSchema } from '../../src/graphql/schema.js';
import { MAX_FIRST } from '../../src/shared/cursor.js';

const { maxCost } = loadConfig({ SECRET: 'x'.repeat(32) });

/** Every .graphql file of a front end as one document. */
function documents(site: string): DocumentNode {
  const folder = path.join(PROJECT_ROOT, 'packages', site, 'src');
  const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => file.endsWith('.graphql'));
  return concatAST(files.map((file) => parse(readFileSync(path.join(folder, file), 'utf8'))));
}

const tokens = (document: DocumentNode): number => {
  let count = 0;
  for (let token = document.loc?.startToken.next; token && token.kind !== '<EOF>'; token = token.next) count += 1;
  return count;
};

/** The operation with the fragments that it uses, as the client sends it. */
function alone(all: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = new Map(all.definitions.filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
  const used = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => void visit(node, {
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value)!;
      if (!used.has(fragment)) { used.add(fragment); collect(fragment); }
    },
  });
  collect(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used] };
}

test.each(['admin', 'portal'])('every operation of the %s passes the limits with room to spare', (site) => {
  const schema = buildSchema();
  const all = documents(site);
  const operations = all.definitions.filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION);
  expect(operations.length).toBeGreaterThan(3);
  const dearest = operations.map((operation) => {
    const document = alone(all, operation);
    const largest = Object.fromEntries(operation.variableDefinitions?.map(({ variable }) => [variable.name.value, MAX_FIRST]) ?? []);
    const { cost } = measure(schema, document, operation);
    const words = document.definitions.reduce((sum, definition) => sum + tokens(parse(definition.loc!.source.body.slice(definition.loc!.start, definition.loc!.end))), 0);
    return { name: operation.name?.value, cost: cost(largest), words };
  }).sort((a, b) => b.cost - a.cost);
  expect(dearest[0]!.cost, JSON.stringify(dearest.slice(0, 5))).toBeLessThan(maxCost / 2);
  // The client adds __typename to every object.
  expect(Math.max(...dearest.map(({ words }) => words)), JSON.stringify(dearest)).toBeLessThan(LIMITS.tokens / 2);
});
