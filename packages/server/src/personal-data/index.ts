export { resealAll, vouchForSealed, type Resealed } from './reseal.js';
export { Erasure } from './erasure.js';
export { nextDue, RETENTION_PER_RUN, retentionGroups } from './retention.js';
export { PersonalDataService } from './personal-data.service.js';
