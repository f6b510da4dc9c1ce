export { BulkMoveChecks } from './bulk-move.checks.js';
export { BulkMoveRunner } from './bulk-move.runner.js';
export { BulkMovesQueries } from './bulk-moves.queries.js';
export { BulkMovesService } from './bulk-moves.service.js';
