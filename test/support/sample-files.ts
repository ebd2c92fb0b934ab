import { crc32, deflateRawSync } from 'node:zlib';
import sharp from 'sharp';

/** Words that stand in the details of sample pictures and must not come out again. */
export const CANARY = 'CANARYCAM';

/** A small picture that says where and with what it was taken. */
export function aPicture(format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#b03020' } }).withExif({
    IFD0: { Make: CANARY },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 25/1 26/1', GPSLongitudeRef: 'W', GPSLongitude: '98/1 29/1 36/1' },
  });
  return (format === 'jpeg' ? picture.jpeg() : picture.png()).toBuffer();
}

/** A picture as an iPhone takes them, 64 by 64, with the camera in its details. */
export const aHeic = Buffer.from(
  [
    'AAAAGGZ0eXBoZWljAAAAAG1pZjFoZWljAAABY21ldGEAAAAAAAAAIWhkbHIAAAAAAAAAAHBpY3QAAAAAAAAAAAAAAAAAAAAADnBpdG0AAAAAAAEAAAAsaWxvYwAAAABEAAACAAEAAAAB',
    'AAABgwAAABUAAgAAAAEAAAGYAAAALgAAADhpaW5mAAAAAAACAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAFWluZmUCAAAAAAIAAEV4aWYAAAAAGmlyZWYAAAAAAAAADmNkc2MAAgABAAEA',
    'AACqaXBycAAAAI1pcGNvAAAAcWh2Y0MBBAgAAACfqAAAAAAe8AD8/fj4AAAPA6AAAQAXQAEMAf//BAgAAAMAn6gAAAMAAB66AkChAAEAJkIBAQQIAAADAJ+oAAADAAAeoCCBBZbpKTC5',
    'oCAAAAMAIAAAAwAhogABAAZEAcBxgRIAAAAUaXNwZQAAAAAAAABAAAAAQAAAABVpcG1hAAAAAAAAAAEAAQKBAgAAAEttZGF0AAAAESgBrC2ALKH+Oz9wIJEbeEq4AAAABkV4aWYAAE1N',
    'ACoAAAAIAAEBDwACAAAACgAAABoAAAAAQ0FOQVJZQ0FNAA==',
  ].join(''),
  'base64',
);

/** A PDF of a size, with words in it. */
export function aPdf(words = 'Lease', bytes = 1_000): Buffer {
  const pdf = Buffer.alloc(bytes, 0x20);
  pdf.write(`%PDF-1.7\n${words}`);
  return pdf;
}

/** One file inside an archive; `claims` is what the archive says about its size. */
export interface Packed {
  name: string;
  content: string | Buffer;
  claims?: number;
}

const CONTENT_TYPES = '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A Word document with more files in it. */
export function aDocument(...more: Packed[]): Buffer {
  return aZip([{ name: '[Content_Types].xml', content: CONTENT_TYPES }, { name: 'word/document.xml', content: '<w:document>Lease</w:document>' }, ...more]);
}

/** An archive of files. */
export function aZip(files: Packed[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}
