import { PAGE, REGION, sameInstant, STATUS, type Fact } from './facts.ts';

/** One contestant: how it is asked, and how its answer reads as facts. */
export interface Peer {
  name: string;
  path: string;
  body: unknown;
  facts: (answer: any) => Fact[]; // oxlint-disable-line no-explicit-any -- three shapes of JSON
}

const OURS = `query Queue($filter: AppealFilter) { appeals(filter: $filter, first: ${PAGE}) { edges { cursor node {
  id number status subject submittedAt region { name } topic { name } deputy { name } } } pageInfo { hasNextPage endCursor } } }`;

const POSTGRAPHILE = `query Queue($condition: AppealCondition) { allAppeals(condition: $condition, first: ${PAGE}, orderBy: [SUBMITTED_AT_DESC, ROW_ID_DESC]) { edges { cursor node {
  rowId number status subject submittedAt regionByRegionCode { nameRu } topicByTopicCode { nameRu } deputyByDeputyId { sortName } } } pageInfo { hasNextPage endCursor } } }`;

export const PEERS: readonly Peer[] = [
  {
    name: 'bare fastify + pg', path: '/queue', body: { region: REGION, status: STATUS },
    facts: (rows) => rows.map((row: Fact) => ({ ...row, submittedAt: sameInstant(row.submittedAt) })),
  },
  {
    name: 'PostGraphile 5', path: '/graphql', body: { query: POSTGRAPHILE, variables: { condition: { regionCode: REGION, status: STATUS } } },
    facts: ({ data }) => data.allAppeals.edges.map(({ node }: any) => ({ // oxlint-disable-line no-explicit-any -- as above
      id: node.rowId, number: node.number, status: node.status, subject: node.subject, submittedAt: sameInstant(node.submittedAt),
      regionName: node.regionByRegionCode.nameRu, topicName: node.topicByTopicCode?.nameRu ?? null, deputyName: node.deputyByDeputyId?.sortName ?? null,
    })),
  },
  {
    name: 'Voter – Deputy', path: '/graphql', body: { query: OURS, variables: { filter: { regionCode: [REGION], status: [STATUS] } } },
    facts: ({ data }) => data.appeals.edges.map(({ node }: any) => ({ // oxlint-disable-line no-explicit-any -- as above
      id: node.id, number: node.number, status: node.status, subject: node.subject, submittedAt: sameInstant(node.submittedAt),
      regionName: node.region.name, topicName: node.topic?.name ?? null, deputyName: node.deputy?.name ?? null,
    })),
  },
];
