import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', { simpleResolvers: true, description: 'Where a page of a list ends.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; give it as `after` for the next page. Null for an empty page.' })
  endCursor!: string | null;
}

type ClassOf<T> = new () => T;

/** Makes `XConnection` and `XEdge` for a node type. */
export function connectionOf<Node extends object>(name: string, node: () => ClassOf<Node>) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A row of a list of ${name} with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'The place of this row in the list.' })
    cursor!: string;

    @Field(node, { description: 'The row itself.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [Edge], { description: 'The rows of this page.' })
    edges!: Edge[];

    @Field(() => PageInfoType, { description: 'Where the page ends.' })
    pageInfo!: PageInfoType;

    @Field(() => Int, { description: 'How many rows the filter finds in all within what the viewer may see.' })
    totalCount!: number;
  }
  return Connection;
}
