import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** Whether the operation asks for this path below the current field ('totalCount', 'edges.node.deputy'). */
export function selects(info: GraphQLResolveInfo, path: string): boolean {
  return info.fieldNodes.some((field) => field.selectionSet && inside(field.selectionSet, path.split('.'), info));
}

function inside(selections: SelectionSetNode, [name, ...rest]: string[], info: GraphQLResolveInfo): boolean {
  return selections.selections.some((selection) => {
    if (selection.kind === 'Field') {
      if (selection.name.value !== name) return false;
      return rest.length === 0 || (selection.selectionSet !== undefined && inside(selection.selectionSet, rest, info));
    }
    const fragment = selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
    return fragment !== undefined && inside(fragment.selectionSet, [name!, ...rest], info);
  });
}

/** Names of the fields asked for below this path of the current field. */
export function selectedFields(info: GraphQLResolveInfo, path: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const field of info.fieldNodes) if (field.selectionSet) collect(field.selectionSet, path.split('.'), info, names);
  return names;
}

function collect(selections: SelectionSetNode, path: string[], info: GraphQLResolveInfo, names: Set<string>): void {
  const [name, ...rest] = path;
  for (const selection of selections.selections) {
    if (selection.kind === 'Field') {
      if (name === undefined) names.add(selection.name.value);
      else if (selection.name.value === name && selection.selectionSet) collect(selection.selectionSet, rest, info, names);
    } else {
      const fragment = selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
      if (fragment) collect(fragment.selectionSet, path, info, names);
    }
  }
}
