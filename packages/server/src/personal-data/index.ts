export { resealAll, vouchForSealed, type Resealed } from './reseal.js';
