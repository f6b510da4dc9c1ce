import { coerceInputValue, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import type { AppealFilter, AppealSort } from '../appeals/appeal.inputs.js';
import { badInput, Failure } from '../shared/failures.js';
import { CHOSEN_COLUMNS, type ChosenColumn } from './appeals.columns.js';
import type { AskedExport, ExportFormat } from './export.service.js';

const USUAL_SORT: AppealSort = { field: 'SUBMITTED_AT', direction: 'DESC' };

/**
 * What an address asks for: `filter` is AppealFilter as JSON, `sort` FIELD:ASC or FIELD:DESC, `columns` names with commas between.
 * @throws Failure BAD_USER_INPUT naming the parameter
 */
export function askedExport(format: ExportFormat, query: Readonly<Record<string, unknown>>, schema: GraphQLSchema): AskedExport {
  return { format, filter: filterOf(parameter(query, 'filter'), schema), sort: sortOf(parameter(query, 'sort'), schema), columns: columnsOf(parameter(query, 'columns')) };
}

const malformed = (name: string): Failure => badInput(name, 'PARAMETER_MALFORMED', { parameter: name });

function parameter(query: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = query[name];
  if (value === undefined) return null;
  if (typeof value !== 'string') throw malformed(name);
  return value;
}

function filterOf(given: string | null, schema: GraphQLSchema): AppealFilter {
  if (given === null) return {};
  let json: unknown;
  try {
    json = JSON.parse(given);
  } catch {
    throw malformed('filter');
  }
  return coerced<AppealFilter | null>('AppealFilter', json, 'filter', schema) ?? {};
}

function sortOf(given: string | null, schema: GraphQLSchema): AppealSort {
  if (given === null) return USUAL_SORT;
  const [field, direction] = given.split(':', 2);
  return coerced<AppealSort>('AppealSort', { field, direction }, 'sort', schema);
}

/** As an operation would read it, so that a filter has one meaning. */
function coerced<T>(type: string, json: unknown, name: string, schema: GraphQLSchema): T {
  return coerceInputValue(json, schema.getType(type) as GraphQLInputType, (_path, _value, error) => {
    throw error.originalError instanceof Failure ? error.originalError : malformed(name);
  }) as T;
}

function columnsOf(given: string | null): ChosenColumn[] {
  if (given === null) return [...CHOSEN_COLUMNS];
  const names = given.split(',').filter(Boolean);
  if (!names.every((name) => CHOSEN_COLUMNS.includes(name as ChosenColumn))) throw malformed('columns');
  return names as ChosenColumn[];
}
