export { CampaignFinder } from './finding.service.js';
export { CampaignsQueries } from './campaigns.queries.js';
export { CampaignsService } from './campaigns.service.js';
