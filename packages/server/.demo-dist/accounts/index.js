export { AccountsService } from './accounts.service.js';
export { AUTH_PATH, createAuth } from './auth.js';
export { createDemoAccounts, DEMO_ACCOUNTS, DEMO_DEPUTY_REGIONS, DEMO_PASSWORD } from './demo-accounts.js';
export { comesFromOwnPage } from './own-origin.js';
export { authRoutes, webHeaders } from './routes.js';
export { createSessions } from './sessions.js';
