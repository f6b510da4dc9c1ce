const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/;
/**
 * The origins whose pages may act with a session's cookie: the public address, and on loopback the address by which the
 * request itself came, so that another port or `localhost` for 127.0.0.1 works. In a demonstration any name does: people
 * open it by whatever address the machine has. A page of another site can't use this, since its origin is not our Host.
 */
export function ownOrigins(config, headers) {
    const host = headers?.get('host') ?? '';
    const origins = [new URL(config.publicUrl).origin];
    if (host !== '' && (config.demo || LOOPBACK.test(host)))
        origins.push(`http://${host}`);
    return origins;
}
/** Whether a request with an Origin comes from one of our pages; one without (curl, a partner's server) passes. For the WebSocket upgrade. */
export function comesFromOwnPage(config, headers) {
    const origin = headers.get('origin');
    return origin === null || ownOrigins(config, headers).includes(origin);
}
