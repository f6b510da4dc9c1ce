var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, Int, ObjectType } from 'type-graphql';
let PageInfoType = class PageInfoType {
    hasNextPage;
    endCursor;
};
__decorate([
    Field(() => Boolean, { description: 'Whether more follows.' })
], PageInfoType.prototype, "hasNextPage", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Cursor of the last row; give it as `after` for the next page. Null for an empty page.' })
], PageInfoType.prototype, "endCursor", void 0);
PageInfoType = __decorate([
    ObjectType('PageInfo', { simpleResolvers: true, description: 'Where a page of a list ends.' })
], PageInfoType);
export { PageInfoType };
/** Makes `XConnection` and `XEdge` for a node type. */
export function connectionOf(name, node) {
    let Edge = class Edge {
        cursor;
        node;
    };
    __decorate([
        Field(() => String, { description: 'The place of this row in the list.' })
    ], Edge.prototype, "cursor", void 0);
    __decorate([
        Field(node, { description: 'The row itself.' })
    ], Edge.prototype, "node", void 0);
    Edge = __decorate([
        ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A row of a list of ${name} with its cursor.` })
    ], Edge);
    let Connection = class Connection {
        edges;
        pageInfo;
        totalCount;
    };
    __decorate([
        Field(() => [Edge], { description: 'The rows of this page.' })
    ], Connection.prototype, "edges", void 0);
    __decorate([
        Field(() => PageInfoType, { description: 'Where the page ends.' })
    ], Connection.prototype, "pageInfo", void 0);
    __decorate([
        Field(() => Int, { description: 'How many rows the filter finds in all within what the viewer may see.' })
    ], Connection.prototype, "totalCount", void 0);
    Connection = __decorate([
        ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}.` })
    ], Connection);
    return Connection;
}
