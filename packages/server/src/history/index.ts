export { eventInWords } from './history.texts.js';
export { record, recordedActor } from './record.js';
