import {
  getNamedType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, isUnionType, type GraphQLArgument, type GraphQLField,
  type GraphQLInputField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema,
} from 'graphql';

/** A request of a fuzzer: most are well formed with senseless values, every fifth is broken on purpose. */
export interface RandomRequest {
  query: string;
  variables: Record<string, unknown>;
}

const STRINGS = [
  '', ' ', 'а', 'обращение', 'Ёлка №5', 'x'.repeat(5_000), '\u0000', 'a\u0000b', '\ud800', '😀'.repeat(50), '%', '_', "'", '"', '\\', "' or 1=1 --", '"; drop', '$1', '{{7*7}}', '<b>x</b>',
  '-1', '1e400', 'NaN', 'null', 'undefined', '__proto__', 'constructor', '../../etc', 'http://127.0.0.1:1/', 'a@b.example', '+79990000000', '78-26-000001', 'ABCDEFGHJK', '!&|:*()', 'ё & !', '<-> &', 'RU-PSK', 'RU-NVS',
  'housing.yards', '2026', '2026-Q1', '2026-03', 'К'.repeat(200), '\n\r\t', '\u202e\u200b', String.fromCharCode(0x7f),
];
const IDS = ['', '0', 'x', '00000000-0000-0000-0000-000000000000', '01890a5d-ac96-774b-bcce-b302099a8057', '01890A5D-AC96-774B-BCCE-B302099A8057', '{}', 'ff'.repeat(40), '\u0000'];
const INTS = [0, 1, 2, 5, 50, 100, 101, -1, 2_147_483_647, -2_147_483_648, 2_147_483_648, 1.5, 1e21];
const TIMES = ['2026-03-20T06:15:00.000Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026', 'yesterday', '+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00Z'];
const DAYS = ['2026-03-20', '2024-02-29', '2026-02-30', '0000-00-00', '9999-12-31', '10000-01-01', '', 'tomorrow', '-2026-01-01'];

/** The same stream of requests for the same seed. */
export class RandomOperations {
  private state: number;
  /** Ids, cursors, numbers and codes that answers gave: one caller's are another's guesses. */
  private readonly harvest: string[] = [];

  constructor(private readonly schema: GraphQLSchema, seed: number) {
    this.state = seed;
  }

  /** Remembers what an answer gave away. */
  learn(text: string): void {
    for (const found of text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|"(?:cursor|endCursor|code|number)":"[^"]{3,300}"/g)?.slice(0, 5) ?? []) {
      const value = found.startsWith('"') ? found.slice(found.indexOf(':') + 2, -1) : found;
      if (this.harvest.length < 500) this.harvest.push(value);
      else this.harvest[this.upTo(500)] = value;
    }
  }

  next(): RandomRequest {
    const variables: Record<string, unknown> = {};
    const declared: string[] = [];
    const isMutation = this.chance(0.25);
    const root = isMutation ? this.schema.getMutationType()! : this.schema.getQueryType()!;
    const fields = Object.values(root.getFields());
    const body = Array.from({ length: 1 + this.upTo(isMutation ? 2 : 3) }, (_, i) => `r${i}: ${this.field(this.pick(fields), 1, variables, declared)}`).join(' ');
    const query = `${isMutation ? 'mutation' : 'query'} Q${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${body} }`;
    if (!this.chance(0.2)) return { query, variables };
    return this.broken(query, variables);
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, variables: Record<string, unknown>, declared: string[]): string {
    const given = field.args.filter((arg) => isNonNullType(arg.type) ? !this.chance(0.02) : this.chance(0.4));
    const args = given.map((arg) => `${arg.name}: ${this.argument(arg, variables, declared)}`).join(', ');
    return `${field.name}${args ? `(${args})` : ''}${this.selection(getNamedType(field.type), depth, variables, declared)}`;
  }

  private selection(type: GraphQLNamedType, depth: number, variables: Record<string, unknown>, declared: string[]): string {
    if (isUnionType(type)) return ' { __typename }';
    if (!isObjectType(type) && !isInterfaceType(type)) return '';
    const fields = Object.values(type.getFields()).filter((field) => depth < 6 || !isObjectType(getNamedType(field.type)));
    const chosen = fields.filter(() => this.chance(0.35));
    const parts = chosen.slice(0, 12).map((field, i) => `${this.chance(0.05) ? `a${i}: ` : ''}${this.field(field, depth + 1, variables, declared)}`);
    return ` { ${['__typename', ...parts].join(' ')} }`;
  }

  private argument({ type }: GraphQLArgument, variables: Record<string, unknown>, declared: string[]): string {
    const value = this.value(type, 0);
    if (this.chance(0.5)) return this.literal(value, type);
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${String(type)}`);
    variables[name] = this.chance(0.03) ? this.pick<unknown>([{}, [], true, 'x', 7, null]) : value;
    return `$${name}`;
  }

  private value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, depth);
    if (this.chance(0.05)) return null;
    if (isListType(type)) return Array.from({ length: this.chance(0.02) ? 300 : this.upTo(4) }, () => this.value(type.ofType, depth + 1));
    if (isInputObjectType(type)) {
      const fields: GraphQLInputField[] = Object.values(type.getFields());
      return Object.fromEntries(fields.filter((field) => isNonNullType(field.type) || (depth < 4 && this.chance(0.5))).map((field) => [field.name, this.value(field.type, depth + 1)]));
    }
    if (isEnumType(type)) return this.chance(0.03) ? 'NO_SUCH_VALUE' : this.pick(type.getValues()).name;
    if (this.harvest.length > 0 && type.name !== 'Int' && this.chance(0.35)) return this.pick(this.harvest);
    switch (type.name) {
      case 'Int': return this.pick(INTS);
      case 'Float': return this.pick<number>([...INTS, 0.1, -1e308]);
      case 'Boolean': return this.chance(0.5);
      case 'ID': return this.pick(IDS);
      case 'DateTime': return this.pick(TIMES);
      case 'Day': return this.pick(DAYS);
      default: return this.chance(0.1) ? this.cursor() : this.pick(STRINGS);
    }
  }

  /** A cursor as somebody would forge it. */
  private cursor(): string {
    const inside = this.pick<unknown>([['submittedAt', '2026-01-01', IDS[4]], { key: 'x', id: IDS[4] }, ['appeals:NEWEST', null, null], [1, 2, 3], 'x', null, { list: 'appeals', key: '99999999999999', id: 'x' }]);
    return Buffer.from(JSON.stringify(inside)).toString(this.pick(['base64', 'base64url'] as const));
  }

  private literal(value: unknown, type: GraphQLInputType): string {
    const bare = isNonNullType(type) ? type.ofType : type;
    if (value === null || value === undefined) return 'null';
    if (Array.isArray(value)) return `[${value.map((one) => this.literal(one, isListType(bare) ? bare.ofType : bare)).join(', ')}]`;
    if (isInputObjectType(bare)) return `{ ${Object.entries(value).map(([name, one]) => `${name}: ${this.literal(one, bare.getFields()[name]!.type)}`).join(', ')} }`;
    if (isEnumType(bare)) return String(value);
    return JSON.stringify(value);
  }

  /** Spoils a request: what a person mistypes, what a scanner tries. */
  private broken(query: string, variables: Record<string, unknown>): RandomRequest {
    const at = this.upTo(query.length);
    const spoilt = [
      () => query.slice(0, at),
      () => query.slice(0, at) + this.pick(['{', '}', '(', '"', '$', '@skip(if: true)', '...F', '#', '\u0000', '🙂', ' fragment F on Query { ...F }']) + query.slice(at),
      () => query.replace('__typename', 'noSuchField'),
      () => query.replaceAll('__typename', '__typename a: __typename'),
      () => `${query} ${query.replace(/ Q\b/, ' Q')}`,
      () => `{ ${'a { '.repeat(this.upTo(40))}b${' }'.repeat(this.upTo(40))} }`,
      () => `{ ${'__typename '.repeat(this.upTo(600))} }`,
      () => '{ __schema { types { fields { type { fields { type { name } } } } } }',
      () => '{ __type(name: "Query") { fields { name type { ofType { ofType { name } } } } } }',
      () => 'query($v: [[[String]]] = [[["x"]]]) { __typename @include(if: $v) }',
      () => 'query($__proto__: Int) { appeals(first: $__proto__) { totalCount } }',
      () => 'fragment F on Query { ...G } fragment G on Query { ...F } { ...F }',
      () => query.replace('{', '@defer {'),
      () => 'subscription { appealSubmitted { id } }',
      () => JSON.stringify({ query }),
    ];
    return { query: this.pick(spoilt)(), variables: this.chance(0.2) ? { ...variables, v0: this.pick(STRINGS), __proto__x: {}, extra: [[[[]]]] } : variables };
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.upTo(from.length)]!;
  }

  private chance(p: number): boolean {
    return this.random() < p;
  }

  private upTo(n: number): number {
    return Math.floor(this.random() * n);
  }

  /** mulberry32. */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
}

/** What no error may tell: statements, places in our code, names of the parts that we are built of. */
export const INTERNALS = /\bat \S+ \(|\.(js|ts|mjs):\d+|node_modules|\/packages\/|\bselect .+ from\b|\binsert into\b|relation "|column "|syntax error at|violates|duplicate key|invalid input syntax|\bECONN|MikroORM|kysely|postgres|graphql-jit|Cannot (read|destructure|set)|is not a function|is not iterable|of undefined|of null/i;
