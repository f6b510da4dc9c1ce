export { ExportService, type ExportFormat } from './export.service.js';
export { askedExport } from './export.request.js';
