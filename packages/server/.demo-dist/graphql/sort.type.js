import { registerEnumType } from 'type-graphql';
import { asEnum } from './enums.js';
export const SORT_DIRECTIONS = ['ASC', 'DESC'];
export const SortDirectionEnum = asEnum(SORT_DIRECTIONS);
registerEnumType(SortDirectionEnum, { name: 'SortDirection', description: 'Rising or falling.' });
