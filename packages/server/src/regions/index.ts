export { Reference, type BodyRow, type FactionRow, type RegionRow, type StageRow, type TopicRow } from './reference.js';
export { BodyLevelEnum, RegionStageType, RegionType, RolloutServiceEnum, RolloutStageEnum, TopicType } from './region.type.js';
export { RegionResolver } from './region.resolver.js';
