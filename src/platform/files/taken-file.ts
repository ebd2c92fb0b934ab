/** The kinds of file that are taken, and what they are called when they leave again. */
export const takenKinds = {
  pdf: { mime: 'application/pdf', extension: 'pdf', written: ['pdf'] },
  jpeg: { mime: 'image/jpeg', extension: 'jpg', written: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mime: 'image/png', extension: 'png', written: ['png'] },
  heic: { mime: 'image/heic', extension: 'heic', written: ['heic', 'heif', 'hif'] },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx', written: ['docx'] },
} as const;

export type TakenKind = keyof typeof takenKinds;

/** The media types of files that are kept. A HEIC picture is kept as JPEG, which every computer can open. */
export const keptTypes = [takenKinds.pdf.mime, takenKinds.jpeg.mime, takenKinds.png.mime, takenKinds.docx.mime] as const;
export type KeptType = (typeof keptTypes)[number];

/** What the sender is told about a file that was taken. */
export const fileRemarks = ['name_says_otherwise', 'converted_to_jpeg', 'picture_details_removed', 'pdf_details_kept', 'document_details_kept'] as const;
export type FileRemark = (typeof fileRemarks)[number];

/** A file that may be kept. */
export interface TakenFile {
  bytes: Buffer;
  mime: KeptType;
  remarks: FileRemark[];
}

/** How the name of a file of a media type ends. */
export function extensionOf(mime: KeptType): string {
  return Object.values(takenKinds).find((kind) => kind.mime === mime)?.extension ?? 'bin';
}
