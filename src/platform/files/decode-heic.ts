import { Worker } from 'node:worker_threads';
import { MOST_DOTS, pictureOfDots, pictures } from './clean-picture';
import { refusedFile } from './files.errors';

interface Dots {
  width: number;
  height: number;
  dots: ArrayBuffer | null;
}

const MOST_SECONDS = 60;

/**
 * Decodes in a thread of its own: the decoder holds the event loop for seconds, and its memory goes with the thread. Given as text because a
 * thread cannot load TypeScript. The size is looked at before anything is decoded.
 */
const threadCode = `
const { parentPort, workerData } = require('node:worker_threads');
const decode = require(workerData.library);
decode.all({ buffer: Buffer.from(workerData.bytes) }).then(async ([picture]) => {
  const { width, height } = picture;
  if (width * height > workerData.mostDots) return parentPort.postMessage({ width, height, dots: null });
  const { data } = await picture.decode();
  const dots = data.buffer;
  parentPort.postMessage({ width, height, dots }, [dots]);
});`;

/** The first picture of a HEIC file as JPEG, without anything that was written beside the dots. */
export function decodeHeic(bytes: Buffer): Promise<Buffer> {
  return pictures.run(async () => {
    const { width, height, dots } = await decodeInThread(bytes);
    if (!dots) throw refusedFile('FILE_PICTURE_TOO_LARGE');
    return pictureOfDots(Buffer.from(dots), width, height);
  });
}

function decodeInThread(bytes: Buffer): Promise<Dots> {
  const thread = new Worker(threadCode, {
    eval: true,
    workerData: { bytes, mostDots: MOST_DOTS, library: require.resolve('heic-decode') },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    stderr: true,
    stdout: true,
  });
  return new Promise<Dots>((resolve, reject) => {
    const broken = (): void => reject(refusedFile('FILE_PICTURE_BROKEN'));
    const timer = setTimeout(broken, MOST_SECONDS * 1000);
    thread.once('message', resolve);
    thread.once('error', broken);
    thread.once('exit', () => {
      clearTimeout(timer);
      broken();
    });
  }).finally(() => thread.terminate());
}
