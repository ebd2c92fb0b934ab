import { Injectable, type CallHandler, type ExecutionContext } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Observable } from 'rxjs';
import { refusedFile } from './files.errors';
import { MOST_FILE_BYTES } from './take-file';

/** A file as it comes in a form: held in memory, never written to disk unsealed. */
export interface IncomingFile {
  originalname: string;
  buffer: Buffer;
}

const OneFile = FileInterceptor('file', { defParamCharset: 'utf8', limits: { fileSize: MOST_FILE_BYTES, files: 1, fields: 12, fieldSize: 2_000, fieldNameSize: 100, parts: 14 } });

/** Takes the one file of a form, up to 20 MB, and says in plain words why it does not. */
@Injectable()
export class TakeOneDocument extends OneFile {
  override async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    try {
      return await super.intercept(context, next);
    } catch (error) {
      throw refusedFile((error as { status?: number }).status === 413 ? 'FILE_TOO_LARGE' : 'FILE_UPLOAD_BROKEN');
    }
  }
}
