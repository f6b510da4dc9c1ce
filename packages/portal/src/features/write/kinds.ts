import type { AppealKind as SchemaKind } from '../../gql/schema';

/** Kinds of appeal in the order in which people need them. */
export const APPEAL_KINDS = ['COMPLAINT', 'APPLICATION', 'PROPOSAL', 'GRATITUDE'] as const satisfies readonly SchemaKind[];
export type AppealKind = (typeof APPEAL_KINDS)[number];
