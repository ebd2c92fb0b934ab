import type { S3Client } from '@aws-sdk/client-s3';
import type { S3Settings } from '../config/config';
import { requireStoredName, type FileStore, type StoredName } from './file-store';

type Library = typeof import('@aws-sdk/client-s3');

const CONNECT_MILLISECONDS = 5_000;
const ANSWER_MILLISECONDS = 60_000;

/** Files in an S3-compatible object storage. Its client is loaded with the first file, so that who does not use it does not carry it. */
export class S3FileStore implements FileStore {
  private opened?: Promise<{ library: Library; client: S3Client }>;

  constructor(private readonly settings: S3Settings) {}

  async put(name: string, bytes: Buffer): Promise<void> {
    requireStoredName(name);
    const { library, client } = await this.open();
    await client.send(new library.PutObjectCommand({ Bucket: this.settings.bucket, Key: name, Body: bytes, ContentType: 'application/octet-stream' }));
  }

  async get(name: string): Promise<Buffer | null> {
    requireStoredName(name);
    const { library, client } = await this.open();
    try {
      const answer = await client.send(new library.GetObjectCommand({ Bucket: this.settings.bucket, Key: name }));
      return answer.Body ? Buffer.from(await answer.Body.transformToByteArray()) : null;
    } catch (error) {
      if (error instanceof library.NoSuchKey || (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return null;
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    requireStoredName(name);
    const { library, client } = await this.open();
    await client.send(new library.DeleteObjectCommand({ Bucket: this.settings.bucket, Key: name }));
  }

  async *list(area: string): AsyncIterable<StoredName> {
    const { library, client } = await this.open();
    let next: string | undefined;
    do {
      const page = await client.send(new library.ListObjectsV2Command({ Bucket: this.settings.bucket, Prefix: `${area}/`, ContinuationToken: next }));
      for (const { Key, LastModified } of page.Contents ?? []) if (Key && LastModified) yield { name: Key, storedAt: LastModified };
      next = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (next !== undefined);
  }

  private open(): Promise<{ library: Library; client: S3Client }> {
    this.opened ??= this.connect();
    return this.opened;
  }

  private async connect(): Promise<{ library: Library; client: S3Client }> {
    const library = await import('@aws-sdk/client-s3');
    const { endpoint, region, pathStyle, accessKeyId, secretAccessKey } = this.settings;
    const client = new library.S3Client({
      endpoint,
      region,
      forcePathStyle: pathStyle,
      credentials: { accessKeyId, secretAccessKey },
      maxAttempts: 3,
      requestHandler: { connectionTimeout: CONNECT_MILLISECONDS, requestTimeout: ANSWER_MILLISECONDS },
      // Checksums of their own kind are understood by one provider only.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
    return { library, client };
  }
}
