export { appended, digestOfText, EMPTY_HEAD, type ChainedEntry, type ChainHead } from './chain.js';
export { eventInWords } from './history.texts.js';
export { record, recordedActor, recordIn, type Happened } from './record.js';
export { accountStream, appealStream, partnerStream, personalStream, type Stream } from './streams.js';
