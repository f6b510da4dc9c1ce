/**
 * What everyone may know of the demonstration's first partner: with these an app works against a fresh start at once. They are made
 * in demonstration mode only, and outside it the key opens nothing, whatever the database holds.
 */
export const DEMO_KEY = 'vdk_demo-demo-demo-demo-demo-demo-demo-demo-key';
/** Signs the messages to {@link DEMO_WEBHOOK_URL}. */
export const DEMO_WEBHOOK_SECRET = 'whsec_ZGVtby1kZW1vLWRlbW8tZGVtby1kZW1vLWRlbW8tZGU=';
/** Where examples/partner-app listens. */
export const DEMO_WEBHOOK_URL = 'http://127.0.0.1:4010/webhook';
