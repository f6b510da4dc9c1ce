import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import S3rver from '@20minutes/s3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { s3Place } from '../../src/config.parse.js';
import { opened, sealedLength, sealing, type Variant } from '../../src/files/cipher.js';
import { FileStore } from '../../src/files/store.js';
import { newId } from '../../src/shared/ids.js';

const KEY = randomBytes(32).toString('base64url');
const seal = (bytes: Buffer): Promise<Buffer> => buffer(Readable.from([bytes]).pipe(sealing(KEY, 'original')));
const open = (bytes: Buffer, key = KEY, variant: Variant = 'original'): Promise<Buffer> => buffer(opened(Readable.from([bytes]), key, variant));

describe('what is stored', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_001])('opens to the %i bytes that it was, and has the length that was foretold', async (length) => {
    const plain = randomBytes(length);
    const sealed = await seal(plain);
    expect(sealed.length).toBe(sealedLength(length));
    expect((await open(sealed)).equals(plain)).toBe(true);
  });

  test('does not open when it was changed, cut off at a border, lengthened, or put in another place', async () => {
    const sealed = await seal(randomBytes(200_000));
    const part = 64 * 1024 + 16;
    const changed = Buffer.from(sealed);
    changed[100_000]! ^= 1;
    const swapped = Buffer.concat([sealed.subarray(part, 2 * part), sealed.subarray(0, part), sealed.subarray(2 * part)]);
    for (const bytes of [changed, swapped, sealed.subarray(0, part), sealed.subarray(0, 2 * part), sealed.subarray(0, -1), Buffer.concat([sealed, Buffer.from('x')]), Buffer.alloc(0)]) {
      await expect(open(bytes)).rejects.toThrow();
    }
    await expect(open(sealed, KEY, 'file')).rejects.toThrow();
    await expect(open(sealed, randomBytes(32).toString('base64url'))).rejects.toThrow();
  });
});

describe.each(['disk', 'S3'] as const)('the store on %s', (kind) => {
  let folder: string;
  let store: FileStore;
  let server: S3rver | null = null;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'voter-deputy-store-'));
    if (kind === 'disk') store = await FileStore.open({ dataDir: folder, filesAt: null });
    else {
      server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: path.join(folder, 's3'), configureBuckets: [{ name: 'attachments', configs: [] }] });
      const { port } = await server.run();
      store = await FileStore.open({ dataDir: folder, filesAt: s3Place(`s3://S3RVER:S3RVER@127.0.0.1:${port}/attachments?region=ru-central1&tls=0`) });
    }
  });
  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('keeps, gives back, replaces and removes', async () => {
    const id = newId();
    const file = path.join(folder, 'sealed');
    for (const bytes of [randomBytes(3_000_000), randomBytes(10)]) {
      await writeFile(file, bytes);
      await store.put(id, 'original', file, bytes.length);
      expect((await buffer(await store.get(id, 'original'))).equals(bytes)).toBe(true);
      expect((await readFile(file)).equals(bytes)).toBe(true);
    }
    await store.remove(id);
    await expect(store.get(id, 'original').then(buffer)).rejects.toThrow();
    await store.remove(id);
  });
});

test('with a wrong secret S3 refuses', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'voter-deputy-store-'));
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'attachments', configs: [] }] });
  const { port } = await server.run();
  const store = await FileStore.open({ dataDir: folder, filesAt: s3Place(`s3://S3RVER:another@127.0.0.1:${port}/attachments?tls=0`) });
  const file = path.join(folder, 'sealed');
  await writeFile(file, 'x');
  await expect(store.put(newId(), 'original', file, 1)).rejects.toThrow();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
