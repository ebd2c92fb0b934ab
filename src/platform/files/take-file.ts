import { cleanPicture } from './clean-picture';
import { decodeHeic } from './decode-heic';
import { checkDocument } from './docx-bounds';
import { refusedFile } from './files.errors';
import { takenKinds, type TakenFile, type TakenKind } from './taken-file';

/** The largest file that is taken. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/**
 * Looks into a file and gives what may be kept of it, or throws why not. What it is, is told by its content and by nothing that the sender
 * says. Pictures are drawn anew, so that the place and the camera written into them are gone.
 */
export async function takeFile(bytes: Buffer, fileName: string): Promise<TakenFile> {
  if (bytes.length === 0) throw refusedFile('FILE_EMPTY');
  if (bytes.length > MOST_FILE_BYTES) throw refusedFile('FILE_TOO_LARGE');
  const kind = await kindOf(bytes);
  if (!kind) throw refusedFile('FILE_KIND_NOT_TAKEN');
  const taken = await keep[kind](bytes);
  return saysOtherwise(fileName, kind) ? { ...taken, remarks: ['name_says_otherwise', ...taken.remarks] } : taken;
}

const keep: Record<TakenKind, (bytes: Buffer) => Promise<TakenFile>> = {
  // A PDF is evidence as it is: changing it would break signatures and forms. What it says about its maker stays, and the sender is told.
  pdf: (bytes) => Promise.resolve({ bytes, mime: takenKinds.pdf.mime, remarks: ['pdf_details_kept'] }),
  jpeg: async (bytes) => ({ bytes: await cleanPicture(bytes, 'jpeg'), mime: takenKinds.jpeg.mime, remarks: ['picture_details_removed'] }),
  png: async (bytes) => ({ bytes: await cleanPicture(bytes, 'png'), mime: takenKinds.png.mime, remarks: ['picture_details_removed'] }),
  heic: async (bytes) => ({ bytes: await decodeHeic(bytes), mime: takenKinds.jpeg.mime, remarks: ['converted_to_jpeg', 'picture_details_removed'] }),
  docx: async (bytes) => {
    await checkDocument(bytes);
    return { bytes, mime: takenKinds.docx.mime, remarks: ['document_details_kept'] };
  },
};

const kindsByType: Record<string, TakenKind> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/heic': 'heic',
  'image/heif': 'heic',
};

async function kindOf(bytes: Buffer): Promise<TakenKind | null> {
  // A zip archive is looked into by ourselves, with bounds.
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return 'docx';
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes);
  return found ? (kindsByType[found.mime] ?? null) : null;
}

function saysOtherwise(fileName: string, kind: TakenKind): boolean {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return extension !== undefined && !(takenKinds[kind].written as readonly string[]).includes(extension);
}
