/** Whether the operation asks for this path below the current field ('totalCount', 'edges.node.deputy'). */
export function selects(info, path) {
    return info.fieldNodes.some((field) => field.selectionSet && inside(field.selectionSet, path.split('.'), info));
}
function inside(selections, [name, ...rest], info) {
    return selections.selections.some((selection) => {
        if (selection.kind === 'Field') {
            if (selection.name.value !== name)
                return false;
            return rest.length === 0 || (selection.selectionSet !== undefined && inside(selection.selectionSet, rest, info));
        }
        const fragment = selection.kind === 'InlineFragment' ? selection : info.fragments[selection.name.value];
        return fragment !== undefined && inside(fragment.selectionSet, [name, ...rest], info);
    });
}
