import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newStoredName, type StoredName } from './file-store';
import { S3FileStore } from './s3-file-store';

/** The few answers of an object storage that the real client needs, with the bucket in the path; two names a page. */
function answer(objects: Map<string, Buffer>, asked: string[], request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const url = new URL(request.url ?? '', 'http://storage');
  asked.push(`${request.method} ${url.pathname} ${request.headers.authorization?.split(' ')[0]}`);
  const key = url.pathname.replace('/files/', '');
  if (request.method === 'PUT') objects.set(key, body);
  if (request.method === 'DELETE') objects.delete(key);
  const found = objects.get(key);
  if (request.method === 'GET' && url.searchParams.get('list-type') === '2') {
    const names = [...objects.keys()].filter((name) => name.startsWith(url.searchParams.get('prefix') ?? '')).sort();
    const from = Number(url.searchParams.get('continuation-token') ?? 0);
    const contents = names.slice(from, from + 2).map((name) => `<Contents><Key>${name}</Key><LastModified>2026-03-01T00:00:00.000Z</LastModified></Contents>`);
    const more = from + 2 < names.length;
    response.end(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`);
  } else if (request.method === 'GET' && !found) {
    response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  } else {
    response.writeHead(request.method === 'DELETE' ? 204 : 200).end(request.method === 'GET' ? found : undefined);
  }
}

describe('files in an object storage', () => {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  const area = randomUUID();
  let server: Server;
  let store: S3FileStore;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part)).on('end', () => answer(objects, asked, request, response, Buffer.concat(parts)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    store = new S3FileStore({ endpoint: `http://127.0.0.1:${port}`, bucket: 'files', region: 'us-east-1', pathStyle: true, accessKeyId: 'key', secretAccessKey: 'secret' });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('are put, read, listed over pages and removed with the real client, signed, the bucket in the path', async () => {
    const names = Array.from({ length: 5 }, () => newStoredName(area));
    for (const name of names) await store.put(name, Buffer.from(`sealed ${name}`));
    const listed: StoredName[] = [];
    for await (const found of store.list(area)) listed.push(found);
    const [first = ''] = names;
    const content = await store.get(first);
    await store.remove(first);

    expect(content?.toString()).toBe(`sealed ${first}`);
    expect(listed.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(listed[0]?.storedAt).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect([await store.get(first), objects.size]).toEqual([null, 4]);
    expect(asked[0]).toBe(`PUT /files/${first} AWS4-HMAC-SHA256`);
  });

  it('are asked for by names of ours only', async () => {
    await expect(store.get('../other-bucket/secret')).rejects.toThrow('not the name of a stored file');
  });
});
