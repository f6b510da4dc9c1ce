import {
  getNamedType, getNullableType, isInterfaceType, isListType, isObjectType, Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLField,
  type GraphQLNamedType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode, type ValueNode,
} from 'graphql';
import { MAX_FIRST } from '../../shared/cursor.js';
import { Failure } from '../../shared/failures.js';
import { LIMITS } from './limits.js';
import { LIST_ROWS, MUTATION_WEIGHT, ROWS, TOTAL_COUNT_WEIGHT, WEIGHTS } from './weights.js';

type Variables = Readonly<Record<string, unknown>>;

/** What an operation was found to hold and to cost. */
export interface Measure {
  /** Whether it asks for the schema itself: `__typename`, and name and kind of one type, do not. */
  readonly introspects: boolean;
  /** Units of cost with these values of the variables. */
  cost(variables: Variables): number;
}

/** Rows of a page whose `first` is nowhere said. */
const DEFAULT_FIRST = 50;
/** Lists of the introspection that lead back into themselves. */
const INTROSPECTION_LISTS = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);

/** Whether a type of this name exists is no secret: the sentence about an unknown type tells it as well. */
const NAMES = new Set(['name', 'kind', '__typename']);

const exceeded = (reason: string, limit: number): Failure => new Failure('COST_EXCEEDED', reason, null, { limit });

/** A part of the cost: a constant, and parts that are multiplied by a page size which a variable tells. */
interface Cost {
  constant: number;
  parts: { variable: string; fallback: number; of: Cost }[];
}

/**
 * Counts an operation before it is validated or run, and throws COST_EXCEEDED when it holds too much. What the schema does not
 * know counts as well: whether it exists is the next question. The cost is left as a small tree of sums, so that the same
 * document with other variables is priced by a few additions.
 */
export function measure(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Measure {
  return new Walk(schema, document, operation).measure();
}

/** Where a walk stands. */
interface Place {
  type: GraphQLNamedType | undefined;
  depth: number;
  /** Inside `__schema` or `__type`: how many of its lists lie around. */
  lists: number | null;
  /** `first` of the connection around, which multiplies its edges. */
  page: Page | null;
}

type Page = number | { variable: string; fallback: number };

class Walk {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly seen = { fields: 0, aliases: 0, directives: 0, rootFields: 0 };
  private introspects = false;

  constructor(private readonly schema: GraphQLSchema, document: DocumentNode, private readonly operation: OperationDefinitionNode) {
    this.fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
    this.count('directives', document.definitions.reduce((sum, definition) => sum + ('directives' in definition ? definition.directives?.length ?? 0 : 0), 0), 'TOO_MANY_DIRECTIVES');
  }

  measure(): Measure {
    const { operation: kind, selectionSet, variableDefinitions } = this.operation;
    this.count('directives', variableDefinitions?.reduce((sum, { directives }) => sum + (directives?.length ?? 0), 0) ?? 0, 'TOO_MANY_DIRECTIVES');
    const cost = emptyCost();
    this.selections(selectionSet, { type: this.schema.getRootType(kind) ?? undefined, depth: 1, lists: null, page: null }, cost);
    return { introspects: this.introspects, cost: (variables) => Math.max(1, evaluate(cost, variables)) };
  }

  private count(what: keyof Walk['seen'], by: number, reason: string): void {
    this.seen[what] += by;
    if (this.seen[what] > LIMITS[what]) throw exceeded(reason, LIMITS[what]);
  }

  private selections(set: SelectionSetNode, place: Place, into: Cost): void {
    for (const selection of set.selections) {
      this.count('directives', selection.directives?.length ?? 0, 'TOO_MANY_DIRECTIVES');
      // A fragment counts as a field wherever it is spread: fragments that spread each other end here as well.
      this.count('fields', 1, 'TOO_MANY_FIELDS');
      if (selection.kind === Kind.FIELD) {
        this.field(selection, place, into);
      } else {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
        const condition = fragment?.typeCondition?.name.value;
        if (fragment) this.selections(fragment.selectionSet, { ...place, type: condition ? this.schema.getType(condition) : place.type }, into);
      }
    }
  }

  private field(node: FieldNode, { type, depth, lists, page }: Place, into: Cost): void {
    const name = node.name.value;
    const isRoot = depth === 1;
    if (isRoot) this.count('rootFields', 1, 'TOO_MANY_ROOT_FIELDS');
    if (node.alias) this.count('aliases', 1, 'TOO_MANY_ALIASES');
    const ofIntrospection = lists ?? (isRoot && (name === '__schema' || name === '__type') ? 0 : null);
    if (name === '__schema' && isRoot) this.introspects = true;
    if (lists !== null && !NAMES.has(name)) this.introspects = true;
    const listsNow = ofIntrospection !== null && INTROSPECTION_LISTS.has(name) ? ofIntrospection + 1 : ofIntrospection;
    if ((listsNow ?? 0) > LIMITS.introspectionLists || (ofIntrospection === null && depth > LIMITS.depth)) throw exceeded('QUERY_TOO_DEEP', ofIntrospection === null ? LIMITS.depth : LIMITS.introspectionLists);

    const key = `${type?.name ?? ''}.${name}`;
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    into.constant += WEIGHTS[key] ?? (name === 'totalCount' ? TOTAL_COUNT_WEIGHT : isRoot && this.operation.operation === 'mutation' ? MUTATION_WEIGHT : 1);
    if (!node.selectionSet) return;
    const own = this.pageOf(node, definition);
    const inside: Cost = emptyCost();
    this.selections(node.selectionSet, { type: definition && getNamedType(definition.type), depth: depth + 1, lists: listsNow, page: own }, inside);
    const isList = definition !== undefined && isListType(getNullableType(definition.type));
    const rows = isList && ofIntrospection === null ? (own ?? page ?? ROWS[key] ?? LIST_ROWS) : 1;
    add(into, inside, rows);
  }

  /** The page size that this field is asked for, when it has one. */
  private pageOf(node: FieldNode, definition: GraphQLField<unknown, unknown> | undefined): Page | null {
    const argument = definition?.args.find(({ name }) => name === 'first');
    if (!argument) return null;
    const otherwise = typeof argument.defaultValue === 'number' ? argument.defaultValue : DEFAULT_FIRST;
    const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    if (value?.kind !== Kind.VARIABLE) return literalRows(value) ?? otherwise;
    const variable = value.name.value;
    const fallback = this.operation.variableDefinitions?.find((one) => one.variable.name.value === variable)?.defaultValue;
    return { variable, fallback: literalRows(fallback) ?? otherwise };
  }
}

const emptyCost = (): Cost => ({ constant: 0, parts: [] });

/** More than the largest page is refused by the list itself, with a sentence that says so. */
const clamped = (rows: number): number => Math.min(Math.max(Math.trunc(rows), 1), MAX_FIRST);

const literalRows = (value: ValueNode | undefined): number | null => (value?.kind === Kind.INT ? clamped(Number(value.value)) : null);

function add(into: Cost, inside: Cost, rows: Page): void {
  if (typeof rows !== 'number') {
    into.parts.push({ ...rows, of: inside });
  } else {
    into.constant += rows * inside.constant;
    for (const part of inside.parts) into.parts.push({ ...part, of: times(part.of, rows) });
  }
}

const times = ({ constant, parts }: Cost, factor: number): Cost =>
  factor === 1 ? { constant, parts } : { constant: constant * factor, parts: parts.map((part) => ({ ...part, of: times(part.of, factor) })) };

function evaluate({ constant, parts }: Cost, variables: Variables): number {
  let sum = constant;
  for (const { variable, fallback, of } of parts) {
    const given = variables[variable];
    sum += (typeof given === 'number' && Number.isFinite(given) ? clamped(given) : fallback) * evaluate(of, variables);
  }
  return sum;
}
