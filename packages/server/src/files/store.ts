import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Config } from '../config.js';
import { VARIANTS, type Variant } from './cipher.js';

const keyOf = (attachmentId: string, variant: Variant): string => `${attachmentId.slice(-2)}/${attachmentId}/${variant}`;

/** Where the sealed files lie. What it is given is encrypted already: whoever runs the disk or the bucket reads nothing. */
export class FileStore {
  private constructor(private readonly disk: Disk, /** For what is still being looked at. */ readonly workshop: string) {}

  /** DATA_DIR/files, or the bucket of FILES_URL; the client of S3 is loaded only where there is one. */
  static async open({ dataDir, filesAt }: Pick<Config, 'dataDir' | 'filesAt'>): Promise<FileStore> {
    const workshop = path.join(dataDir, 'uploads');
    await mkdir(workshop, { recursive: true, mode: 0o700 });
    if (filesAt === null) return new FileStore(new Disk(new FSDriver({ location: path.join(dataDir, 'files'), visibility: 'private' })), workshop);
    const { S3Driver } = await import('flydrive/drivers/s3');
    const { endpoint, region, bucket, accessKeyId, secretAccessKey } = filesAt;
    return new FileStore(new Disk(new S3Driver({
      credentials: { accessKeyId, secretAccessKey }, region, bucket, visibility: 'private',
      // Access lists and checksums in trailers are Amazon's own; most others know neither.
      supportsACL: false, requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    })), workshop);
  }

  /** Puts a sealed file of the workshop into the store; the same again replaces it. */
  async put(attachmentId: string, variant: Variant, file: string, bytes: number): Promise<void> {
    await this.disk.copyFromFs(file, keyOf(attachmentId, variant), { contentLength: bytes, contentType: 'application/octet-stream' });
  }

  get(attachmentId: string, variant: Variant): Promise<Readable> {
    return this.disk.getStream(keyOf(attachmentId, variant));
  }

  /** Everything of an attachment; what is gone already is no error. */
  async remove(attachmentId: string): Promise<void> {
    for (const variant of VARIANTS) await this.disk.delete(keyOf(attachmentId, variant));
  }
}
