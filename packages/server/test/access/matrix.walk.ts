import {
  getNamedType, isEnumType, isInputObjectType, isNonNullType, isObjectType, isScalarType,
  type GraphQLField, type GraphQLObjectType, type GraphQLSchema,
} from 'graphql';
import type { Answer } from '../support/world.js';

/** Somebody who calls the API, under the name of a column. */
export interface Caller {
  name: string;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer<any>>; // oxlint-disable-line no-explicit-any -- walks every type
  /** Opens a subscription: '+' when it stays open, else the code that it ended with. */
  subscribe(query: string, variables?: Record<string, unknown>): Promise<string>;
}

/**
 * Arguments of a field as they stand in a document: `id: "…"`; made anew for each call, so that a move finds an appeal to move.
 * Of several the first one decides what the row says; the others show what else an answer can hold.
 */
export type Sample = (caller: string) => Promise<string | readonly string[]> | string | readonly string[];

/** What a caller got: '+' data, '∅' nothing there (null or an empty list), '–' out of reach, or a code. */
export type Cells = Map<string, string>;

interface Place {
  type: GraphQLObjectType;
  /** Opening parts of the selections that lead here, outermost first. */
  path: readonly string[];
}

const MAX_DEPTH = 7;

const objectOf = (field: GraphQLField<unknown, unknown>): GraphQLObjectType | null => {
  const named = getNamedType(field.type);
  return isObjectType(named) ? named : null;
};
const needsArguments = (field: GraphQLField<unknown, unknown>): boolean => field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);

/** Types that only mutations lead to: their fields are read together with the mutation itself. */
function typesBelow(root: GraphQLObjectType | null | undefined, into = new Set<GraphQLObjectType>()): Set<GraphQLObjectType> {
  if (!root || into.has(root)) return into;
  into.add(root);
  for (const field of Object.values(root.getFields())) typesBelow(objectOf(field), into);
  return into;
}

export class Walk {
  readonly cells: Cells = new Map();
  private readonly seen = new Set<string>();
  private readonly readable: Set<GraphQLObjectType>;

  constructor(private readonly schema: GraphQLSchema, private readonly samples: Readonly<Record<string, Sample>>, private readonly caller: Caller) {
    this.readable = typesBelow(schema.getQueryType());
  }

  /** Calls every root field, then every field of every type that was reached, breadth first. */
  async run(): Promise<Cells> {
    const first: Place[] = [];
    const others: Place[] = [];
    for (const field of this.fieldsOf(this.schema.getQueryType())) {
      const [place, ...more] = await this.root('Query', field);
      if (place) first.push(place);
      others.push(...more);
    }
    await this.through(first);
    for (const place of others) {
      this.seen.clear();
      await this.through([place]);
    }
    for (const field of this.fieldsOf(this.schema.getMutationType())) await this.mutate(field);
    for (const field of this.fieldsOf(this.schema.getSubscriptionType())) {
      this.cells.set(`Subscription.${field.name}`, await this.caller.subscribe(`subscription { ${await this.call('Subscription', field)} ${this.leaf(field)} }`));
    }
    return this.cells;
  }

  private async through(queue: Place[]): Promise<void> {
    while (queue.length > 0) queue.push(...await this.visit(queue.shift()!));
  }

  private async root(parent: string, field: GraphQLField<unknown, unknown>): Promise<Place[]> {
    const places: Place[] = [];
    for (const call of await this.calls(parent, field)) {
      const outcome = outcomeOf(await this.caller.ask(`{ ${call} ${this.leaf(field)} }`), [field.name]);
      this.write(`${parent}.${field.name}`, outcome);
      const type = objectOf(field);
      if (outcome === '+' && type) places.push({ type, path: [call] });
    }
    return places;
  }

  /** What was found once stays found: another way to a type can only show more of it. */
  private write(row: string, outcome: string): void {
    const before = this.cells.get(row);
    if (before === undefined || (before === '∅' && outcome === '+')) this.cells.set(row, outcome);
  }

  private async visit({ type, path }: Place): Promise<Place[]> {
    if (this.seen.has(type.name) || path.length > MAX_DEPTH) return [];
    this.seen.add(type.name);
    const fields = this.fieldsOf(type);
    const calls = new Map<string, string>();
    for (const field of fields) calls.set(field.name, await this.call(type.name, field));
    const parts = (some: readonly GraphQLField<unknown, unknown>[]): string => some.map((field) => `${calls.get(field.name)} ${this.leaf(field)}`).join(' ');
    const whole = await this.caller.ask(wrap(path, parts(fields)));
    const further: Place[] = [];
    for (const field of fields) {
      // One error may empty its neighbours, so that each is asked by itself then.
      const answer = whole.errors ? await this.caller.ask(wrap(path, parts([field]))) : whole;
      const outcome = outcomeOf(answer, [...path.map(nameOf), field.name]);
      this.write(`${type.name}.${field.name}`, outcome);
      const next = objectOf(field);
      if (outcome === '+' && next && !this.seen.has(next.name)) further.push({ type: next, path: [...path, calls.get(field.name)!] });
    }
    return further;
  }

  private async mutate(field: GraphQLField<unknown, unknown>): Promise<void> {
    const row = `Mutation.${field.name}`;
    for (const call of await this.calls('Mutation', field)) {
      const answer = await this.caller.ask(`mutation { ${call} ${this.deep(objectOf(field))} }`);
      const payload: unknown = answer.data?.[field.name];
      const refusals = ((payload as { errors?: { code: string }[] } | null)?.errors ?? []).map(({ code }) => code);
      if (!this.cells.has(row)) this.cells.set(row, refusals.length > 0 ? refusals.join(' ') : outcomeOf(answer, [field.name]));
      this.note(objectOf(field), payload);
    }
  }

  /** Writes down what the answer of a mutation shows of types that nothing else leads to. */
  private note(type: GraphQLObjectType | null, value: unknown): void {
    if (!type || this.readable.has(type) || value === null || value === undefined) return;
    if (Array.isArray(value)) return this.note(type, value[0]);
    for (const field of this.fieldsOf(type)) {
      const own = (value as Record<string, unknown>)[field.name];
      if (own === undefined) continue;
      this.write(`${type.name}.${field.name}`, shown(own));
      this.note(objectOf(field), own);
    }
  }

  private deep(type: GraphQLObjectType | null): string {
    if (!type) return '';
    if (this.readable.has(type)) return '{ __typename }';
    return `{ ${this.fieldsOf(type).filter((field) => !needsArguments(field)).map((field) => `${field.name} ${this.deep(objectOf(field))}`).join(' ')} }`;
  }

  private async call(parent: string, field: GraphQLField<unknown, unknown>): Promise<string> {
    return (await this.calls(parent, field))[0]!;
  }

  private async calls(parent: string, field: GraphQLField<unknown, unknown>): Promise<string[]> {
    const sample = this.samples[`${parent}.${field.name}`];
    if (!sample && needsArguments(field)) throw new Error(`${parent}.${field.name} needs arguments: give it a sample in matrix.fixture.ts`);
    return sample ? [await sample(this.caller.name)].flat().map((args) => `${field.name}(${args})`) : [field.name];
  }

  private leaf(field: GraphQLField<unknown, unknown>): string {
    const type = getNamedType(field.type);
    return isScalarType(type) || isEnumType(type) ? '' : '{ __typename }';
  }

  private fieldsOf(type: GraphQLObjectType | null | undefined): GraphQLField<unknown, unknown>[] {
    return type ? Object.values(type.getFields()) : [];
  }
}

const nameOf = (call: string): string => /^\w+/.exec(call)![0];
const wrap = (path: readonly string[], inside: string): string => `{ ${[...path, ''].join(' { ')}${inside} ${'} '.repeat(path.length)}}`;
const shown = (value: unknown): string => (value === null || (Array.isArray(value) && value.length === 0) ? '∅' : '+');

/** Everything that stands at the path, through every element of the lists on the way. */
function valuesAt(data: unknown, path: readonly string[]): unknown[] {
  let at: unknown[] = [data];
  for (const name of path) {
    at = at.flat(3).flatMap((value) => (value === null || value === undefined ? [] : [(value as Record<string, unknown>)[name]]));
  }
  return at;
}

function outcomeOf({ data, errors }: Answer<unknown>, path: readonly string[]): string {
  if (errors) {
    const [{ extensions: { code, reason } }] = errors as [NonNullable<Answer['errors']>[number]];
    return reason && reason !== code ? `${code} ${reason}` : code;
  }
  return valuesAt(data, path).some((value) => shown(value) === '+') ? '+' : '∅';
}

/** Every root field and every field of every object type of the schema: the rows of the table. */
export function rowsOfSchema(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => type ?? []);
  const others = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType =>
    isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type)).sort((a, b) => a.name.localeCompare(b.name));
  return [...roots, ...others].flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));
}

/** Ids by type, as a caller comes upon them: every way of two steps is walked, not only the shortest to each type. */
export async function idsSeen(schema: GraphQLSchema, samples: Readonly<Record<string, Sample>>, caller: Caller): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  const walked = new Set<string>();
  const queue: Place[] = [{ type: schema.getQueryType()!, path: [] }];
  while (queue.length > 0) {
    const { type, path } = queue.shift()!;
    for (const field of Object.values(type.getFields())) {
      const next = objectOf(field);
      const step = `${type.name}.${field.name}`;
      const sample = samples[step];
      if (!next || walked.has(step) || path.length > MAX_DEPTH || (needsArguments(field) && !sample)) continue;
      walked.add(step);
      const call = sample ? `${field.name}(${[await sample(caller.name)].flat()[0]})` : field.name;
      const fields = next.getFields();
      const { data, errors } = await caller.ask(wrap([...path, call], fields['id'] && isIdArgument(fields['id'].type) ? 'id' : '__typename'));
      const values = errors ? [] : valuesAt(data, [...path, call].map(nameOf)).flat(3).filter((value) => value !== null && value !== undefined);
      if (values.length === 0) continue;
      const ids = found.get(next.name) ?? found.set(next.name, new Set()).get(next.name)!;
      for (const { id } of values as { id?: string }[]) if (id !== undefined) ids.add(id);
      queue.push({ type: next, path: [...path, call] });
    }
  }
  return found;
}

/** An id, or a list of them: one stands for a list of one. */
const isIdArgument = (type: unknown): boolean => (getNamedType(type as never) as unknown as { name: string }).name === 'ID';

/** An argument, or a field of an input, that takes an id: `Mutation.registerAppeal` with `id`, `Query.feedback` with `appealId`. */
export interface IdArgument {
  operation: 'query' | 'mutation';
  root: string;
  field: GraphQLField<unknown, unknown>;
  /** Names from the argument inwards, such as ['input', 'id']. */
  names: readonly string[];
}

export function idArguments(schema: GraphQLSchema): IdArgument[] {
  const found: IdArgument[] = [];
  for (const [operation, root] of [['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      for (const arg of field.args) {
        const type = getNamedType(arg.type);
        if (isIdArgument(arg.type)) found.push({ operation, root: root!.name, field, names: [arg.name] });
        if (!isInputObjectType(type)) continue;
        for (const own of Object.values(type.getFields())) if (isIdArgument(own.type)) found.push({ operation, root: root!.name, field, names: [arg.name, own.name] });
      }
    }
  }
  return found;
}
