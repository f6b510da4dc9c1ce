import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf } from '../config.js';
import { StartError } from './start-error.js';
/** A previous start that was killed a moment ago gives the port back within this time, in milliseconds. */
const PORT_PATIENCE_MS = 3_000;
/**
 * Makes sure that the server will be able to listen, before anything slow is done.
 * @throws {StartError} with what to do when it will not.
 */
export async function assertCanListen(host, port, patienceMs = PORT_PATIENCE_MS) {
    for (const until = performance.now() + patienceMs;; await sleep(150)) {
        const code = await listenError(host, port);
        if (!code)
            return;
        if (code === 'EADDRINUSE' && performance.now() < until)
            continue;
        throw new StartError(sentenceFor(code, host, port));
    }
}
function sentenceFor(code, host, port) {
    switch (code) {
        case 'EADDRINUSE':
            return `Порт ${port} занят другой программой: остановите её или запустите с другим портом, например PORT=${port + 1} npm start.`;
        case 'EACCES':
            return `Порт ${port} доступен только администратору системы: укажите порт не меньше 1024, например PORT=4000 npm start.`;
        default:
            return `Адрес ${host} не принадлежит этому компьютеру: исправьте настройку HOST, например HOST=127.0.0.1.`;
    }
}
function listenError(host, port) {
    return new Promise((resolve) => {
        const probe = createServer();
        probe.once('error', (error) => resolve(error.code ?? 'EUNKNOWN'));
        probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
    });
}
/** The address at which this machine reaches a server that listens on `host`. */
export function localAddressOf(host, port) {
    if (host === '0.0.0.0')
        return addressOf('127.0.0.1', port);
    if (host === '::')
        return addressOf('::1', port);
    return addressOf(host, port);
}
