import { fileProblems } from './file-problems';

/** The encodings a list of people comes in. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text of a file and the encoding it was written in. */
export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

/** The text of a file's bytes: by byte order mark, by the pattern of UTF-16, else strict UTF-8, else Windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decode(bytes);
  refuseBinary(decoded.text);
  // Ctrl-Z ended text files on DOS and still comes with exports of old systems.
  return { ...decoded, text: decoded.text.replace(/\u001a+$/, '') };
}

function decode(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return strict(bytes.subarray(3), 'utf-8', 'utf-8-bom') ?? legacy(bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return { text: new TextDecoder('utf-16le').decode(bytes.subarray(2)), encoding: 'utf-16le' };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: new TextDecoder('utf-16be').decode(bytes.subarray(2)), encoding: 'utf-16be' };
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  return strict(bytes, 'utf-8', 'utf-8') ?? legacy(bytes);
}

function strict(bytes: Uint8Array, label: string, encoding: TextEncoding): DecodedText | null {
  try {
    return { text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

function legacy(bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
}

/** Latin text in UTF-16 has a zero in nearly every second byte: the odd ones when little endian, the even ones when big. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] += 1;
  });
  const pairs = sample.length / 2;
  if (zeros[1] > pairs * 0.7 && zeros[0] < pairs * 0.1) return 'utf-16le';
  if (zeros[0] > pairs * 0.7 && zeros[1] < pairs * 0.1) return 'utf-16be';
  return null;
}

// Tabs and line ends belong to text, a form feed separates printed pages; anything else below the space does not.
 
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0081\u008d\u008f\u0090\u009d\ufffd]/g;

function refuseBinary(text: string): void {
  if (text.includes('\u0000')) throw fileProblems.MANIFEST_NOT_A_TABLE();
  const strange = text.match(controls)?.length ?? 0;
  if (strange > 2 && strange > text.length * 0.002) throw fileProblems.MANIFEST_NOT_A_TABLE();
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
