export { AccountsService, type NewAccount } from './accounts.service.js';
export { AUTH_PATH, createAuth, type Auth } from './auth.js';
export { createDemoAccounts, DEMO_ACCOUNTS, DEMO_DEPUTY_REGIONS, DEMO_PASSWORD, type DemoDeputy } from './demo-accounts.js';
export { comesFromOwnPage } from './own-origin.js';
export { authRoutes, webHeaders } from './routes.js';
export { createSessions, type Sessions } from './sessions.js';
