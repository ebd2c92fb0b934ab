import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { aDocument, aHeic, aPdf, aPicture, aZip, CANARY } from '../../../test/support/sample-files';
import { MOST_FILE_BYTES, takeFile } from './take-file';

describe('a file that comes in', () => {
  const refusal = (bytes: Buffer, name = 'a.pdf') => takeFile(bytes, name).then(() => 'taken', (problem: { code: string; fields: { field: string }[] }) => `${problem.code} ${problem.fields[0]?.field}`);

  it.each(['jpeg', 'png'] as const)('loses the place and the camera that a %s picture was taken with', async (format) => {
    const picture = await aPicture(format);
    const { bytes, mime, remarks } = await takeFile(picture, `a.${format}`);

    expect(picture.includes(CANARY)).toBe(true);
    expect(bytes.includes(CANARY)).toBe(false);
    const { width, height, exif, xmp, iptc } = await sharp(bytes).metadata();
    expect({ width, height, exif, xmp, iptc }).toEqual({ width: 64, height: 48 });
    expect([mime, remarks]).toEqual([`image/${format}`, ['picture_details_removed']]);
  });

  it('is turned the right way up when it is a picture, because what says so is removed', async () => {
    const lying = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'red' } }).jpeg().withMetadata({ orientation: 6 }).toBuffer();

    expect(await sharp((await takeFile(lying, 'a.jpg')).bytes).metadata()).toMatchObject({ width: 48, height: 64 });
  });

  it('becomes a JPEG when it is a HEIC picture', async () => {
    const { bytes, mime, remarks } = await takeFile(aHeic, 'IMG_0001.HEIC');

    expect(aHeic.includes(CANARY)).toBe(true);
    expect(bytes.includes(CANARY)).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 64 });
    expect((await sharp(bytes).raw().toBuffer())[0]).toBeGreaterThan(180);
    expect([mime, remarks]).toEqual(['image/jpeg', ['converted_to_jpeg', 'picture_details_removed']]);
  });

  it('is what its content says, and the sender is told when its name says otherwise', async () => {
    const { mime, remarks } = await takeFile(await aPicture('png'), 'lease.pdf');

    expect([mime, remarks]).toEqual(['image/png', ['name_says_otherwise', 'picture_details_removed']]);
  });

  it('is kept as it is when it is a PDF, also one with a password', async () => {
    const locked = aPdf('/Encrypt');

    expect(await takeFile(locked, 'a.PDF')).toEqual({ bytes: locked, mime: 'application/pdf', remarks: ['pdf_details_kept'] });
  });

  it('is kept as it is when it is a Word document', async () => {
    expect((await takeFile(aDocument(), 'a.docx')).remarks).toEqual(['document_details_kept']);
  });

  it('is refused when it is anything else, whatever it is called', async () => {
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');

    expect(await refusal(html, 'a.png')).toBe('FILE_KIND_NOT_TAKEN file');
    expect(await refusal(Buffer.from('MZ\u0090\u0000'), 'a.pdf')).toBe('FILE_KIND_NOT_TAKEN file');
    expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png')).toBe('FILE_KIND_NOT_TAKEN file');
    expect(await refusal(aZip([{ name: '[Content_Types].xml', content: '' }, { name: 'xl/workbook.xml', content: '' }]), 'a.docx')).toBe('FILE_KIND_NOT_TAKEN file');
    expect(await refusal(Buffer.alloc(0))).toBe('FILE_EMPTY file');
  });

  it('is taken at 20 MB and refused one byte above', async () => {
    expect(await refusal(aPdf('a', MOST_FILE_BYTES))).toBe('taken');
    expect(await refusal(aPdf('a', MOST_FILE_BYTES + 1))).toBe('FILE_TOO_LARGE file');
  });

  it('is refused when it is a picture that is broken or would unpack to more dots than any camera makes', async () => {
    const picture = await aPicture();

    expect(await refusal(picture.subarray(0, 300))).toBe('FILE_PICTURE_BROKEN file');
    expect(await refusal(aHeic.subarray(0, 380))).toBe('FILE_PICTURE_BROKEN file');
    expect(await refusal(pictureClaiming(30_000, 30_000))).toBe('FILE_PICTURE_TOO_LARGE file');
    expect(await refusal(heicClaiming(30_000))).toMatch(/^FILE_PICTURE_(TOO_LARGE|BROKEN) file$/);
  });

  it('is refused when it is a document that unpacks beyond bounds, also when it lies about its size', async () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024);

    expect(await refusal(aDocument({ name: 'word/media/a.bin', content: zeros }))).toBe('FILE_DOCUMENT_UNPACKS_TOO_LARGE file');
    expect(await refusal(aDocument({ name: 'word/media/a.bin', content: zeros, claims: 10 }))).toBe('FILE_DOCUMENT_UNPACKS_TOO_LARGE file');
    expect(await refusal(aDocument(...Array.from({ length: 999 }, (_, n) => ({ name: `word/${n}.xml`, content: '' }))))).toBe('FILE_DOCUMENT_UNPACKS_TOO_LARGE file');
  });

  it('is refused when it is a document with macros, or damaged', async () => {
    const whole = aDocument();

    expect(await refusal(aDocument({ name: 'word/vbaProject.bin', content: 'x' }))).toBe('FILE_DOCUMENT_HAS_MACROS file');
    expect(await refusal(whole.subarray(0, whole.length - 10))).toBe('FILE_DOCUMENT_BROKEN file');
    expect(await refusal(Buffer.concat([whole.subarray(0, 40), Buffer.alloc(60, 0xff), whole.subarray(100)]))).toBe('FILE_DOCUMENT_BROKEN file');
  });
});

/** A small PNG file whose header claims a size. */
function pictureClaiming(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
    ends[0].writeUInt32BE(content.length);
    ends[1].writeUInt32BE(crc32(named));
    return Buffer.concat([ends[0], named, ends[1]]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))]);
}

/** The HEIC sample with another size in its `ispe` box. */
function heicClaiming(side: number): Buffer {
  const bytes = Buffer.from(aHeic);
  const at = bytes.indexOf('ispe') + 8;
  bytes.writeUInt32BE(side, at);
  bytes.writeUInt32BE(side, at + 4);
  return bytes;
}
