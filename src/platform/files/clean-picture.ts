import type { Sharp, SharpOptions } from 'sharp';
import { refusedFile } from './files.errors';
import { OneAtATime } from './one-at-a-time';

/** The most dots of a picture: what a good phone camera makes. A small file can claim thousands of times more. */
export const MOST_DOTS = 50_000_000;
const JPEG_QUALITY = 88;
const MOST_SECONDS = 30;

/** All work on pictures, HEIC or not. */
export const pictures = new OneAtATime();

/** The picture drawn anew, turned the right way up, without anything that was written beside the dots. */
export function cleanPicture(bytes: Buffer, format: 'jpeg' | 'png'): Promise<Buffer> {
  return pictures.run(() => draw((sharp) => sharp(bytes, { limitInputPixels: MOST_DOTS, sequentialRead: true }).autoOrient(), format));
}

/** Dots (red, green, blue, opacity) as a JPEG picture. */
export function pictureOfDots(dots: Buffer, width: number, height: number): Promise<Buffer> {
  return draw((sharp) => sharp(dots, { raw: { width, height, channels: 4 }, limitInputPixels: MOST_DOTS }).flatten({ background: '#fff' }), 'jpeg');
}

async function draw(read: (sharp: (input: Buffer, options: SharpOptions) => Sharp) => Sharp, format: 'jpeg' | 'png'): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  // Nothing of one person's picture stays in memory for the next one.
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    const picture = read(sharp).timeout({ seconds: MOST_SECONDS });
    return await (format === 'jpeg' ? picture.jpeg({ quality: JPEG_QUALITY }) : picture.png()).toBuffer();
  } catch (error) {
    throw refusedFile(/pixel limit|exceeds/i.test((error as Error).message) ? 'FILE_PICTURE_TOO_LARGE' : 'FILE_PICTURE_BROKEN');
  }
}
