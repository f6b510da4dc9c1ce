/** Codes that refuse a request as a whole, and the status of HTTP that says so. */
export const STATUS: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400, COST_EXCEEDED: 400, BAD_USER_INPUT: 400, UNAUTHENTICATED: 401, FORBIDDEN: 403, METHOD_NOT_ALLOWED: 405, NOT_ACCEPTABLE: 406, RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
};
