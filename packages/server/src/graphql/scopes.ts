import { getOperationAST, Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { missingFor, scopeOnPaper } from '../partners/index.js';
import type { PartnerActor } from '../shared/actor.js';
import { Failure } from '../shared/failures.js';

const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** Lets an operation of a key go on when its scopes cover every root field; FORBIDDEN otherwise, and nothing is run. */
export function withinScopes({ scopes }: PartnerActor, document: DocumentNode, operationName: string | undefined): void {
  const operation = getOperationAST(document, operationName)!;
  const fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));
  for (const name of rootFields(operation.selectionSet, fragments, new Set())) {
    const missing = missingFor(`${ROOTS[operation.operation]}.${name}`, scopes);
    if (missing) throw new Failure('FORBIDDEN', missing.scope ? 'SCOPE_MISSING' : 'CLOSED_TO_KEYS', name, missing.scope ? { scope: scopeOnPaper(missing.scope) } : {});
  }
}

/** Names of the root fields, whatever fragment they stand in and whatever alias they have. */
function rootFields(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, seen: Set<string>): string[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, fragments, seen);
    const fragment = fragments.get(selection.name.value);
    if (!fragment || seen.has(fragment.name.value)) return [];
    seen.add(fragment.name.value);
    return rootFields(fragment.selectionSet, fragments, seen);
  });
}
