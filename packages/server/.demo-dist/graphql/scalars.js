import { GraphQLScalarType, Kind } from 'graphql';
import { isDay } from '../shared/day.js';
import { badInput } from '../shared/failures.js';
/** An instant; written by us with milliseconds and in UTC. */
export const DateTimeScalar = new GraphQLScalarType({
    name: 'DateTime',
    description: 'An instant as ISO 8601 with milliseconds, in UTC: 2026-03-20T06:15:00.000Z.',
    serialize: (value) => (value instanceof Date ? value.toISOString() : new Date(value).toISOString()),
});
function day(value) {
    if (typeof value !== 'string' || !isDay(value))
        throw badInput(null, 'DAY_MALFORMED');
    return value;
}
/** A calendar day in the region's time zone. */
export const DayScalar = new GraphQLScalarType({
    name: 'Day',
    description: 'A calendar day, YYYY-MM-DD, in the time zone of the region that it is about.',
    serialize: (value) => value,
    parseValue: day,
    parseLiteral: (node) => day(node.kind === Kind.STRING ? node.value : null),
});
