export { Reference, type BodyRow, type FactionRow, type RegionRow, type StageRow, type TopicRow } from './reference.js';
