export { appended, digestOfText, EMPTY_HEAD, type ChainedEntry, type ChainHead } from './chain.js';
export { checkStream, FAULTS, type Fault, type FaultKind, type StoredEntry } from './check.js';
export { eventInWords, reasonInWords } from './history.texts.js';
export { onceId, record, recordedActor, recordIn, recordOnceIn, type Happened } from './record.js';
export { accountStream, appealStream, partnerStream, personalStream, type Stream } from './streams.js';
export { verifyHistory, type Verification } from './verification.js';
