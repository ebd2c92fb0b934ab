import { Injectable, type CallHandler, type ExecutionContext } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Observable } from 'rxjs';
import { manifestProblems } from './arrivals.errors';

/** The largest file that is taken. */
const MOST_BYTES = 20 * 1024 * 1024;

/** A file as it comes in a form: held in memory, never written to disk. */
export interface IncomingFile {
  originalname: string;
  buffer: Buffer;
}

const OneFile = FileInterceptor('file', { defParamCharset: 'utf8', limits: { fileSize: MOST_BYTES, files: 1, fields: 10, fieldSize: 1_000, fieldNameSize: 100, parts: 12 } });

/** Takes the one file of a form, up to 20 MB, and says in plain words why it does not. */
@Injectable()
export class TakeOneFile extends OneFile {
  override async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    try {
      return await super.intercept(context, next);
    } catch (error) {
      throw (error as { status?: number }).status === 413 ? manifestProblems.MANIFEST_TOO_LARGE() : manifestProblems.MANIFEST_UPLOAD_BROKEN();
    }
  }
}

/** The name of a file without its folders and without signs that cannot be printed. */
export function fileNameOf({ originalname }: IncomingFile): string {
  const name = originalname.split(/[/\\]/).pop() ?? '';
  return name.replace(/[\p{C}]/gu, '').trim().slice(0, 200) || 'list';
}
