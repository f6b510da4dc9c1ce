import { randomBytes } from 'node:crypto';
/** 192 random bits, as they stand in a link. */
export const newLinkToken = () => randomBytes(24).toString('base64url');
