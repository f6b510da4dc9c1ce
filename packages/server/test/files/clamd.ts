import net, { type AddressInfo } from 'node:net';

/** What clamd's own documentation calls the EICAR test file, put together here so that no scanner takes this source for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');

/**
 * A server that speaks clamd's INSTREAM as its manual has it: `zINSTREAM\0`, then parts with their length before them as 32 bits in
 * network order, an empty one at the end; the answer ends with a NUL. It finds EICAR, and knows a limit like StreamMaxLength.
 */
export async function clamd({ limit = 25 * 1024 * 1024, port: wanted = 0 } = {}) {
  const seen: { bytes: number; parts: number }[] = [];
  const server = net.createServer((socket) => {
    let waiting = Buffer.alloc(0);
    let content: Buffer[] | null = null;
    let bytes = 0;
    socket.on('error', () => undefined).on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      if (!content) {
        const command = 'zINSTREAM\0';
        if (waiting.length < command.length) return;
        if (waiting.subarray(0, command.length).toString('latin1') !== command) return void socket.end('UNKNOWN COMMAND\0');
        [content, waiting] = [[], waiting.subarray(command.length)];
      }
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE(0);
        if (length === 0) {
          seen.push({ bytes, parts: content.length });
          return void socket.end(Buffer.concat(content).includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
        }
        if (waiting.length < 4 + length) return;
        content.push(waiting.subarray(4, 4 + length));
        bytes += length;
        waiting = waiting.subarray(4 + length);
        if (bytes > limit) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      }
    });
  });
  await new Promise<void>((resolve) => void server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `tcp://127.0.0.1:${port}`, port, seen, stop: () => new Promise<void>((resolve) => void server.close(() => resolve())) };
}
