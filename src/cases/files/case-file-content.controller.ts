import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post, type StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { type IncomingFile, TakeOneDocument } from '../../platform/files/incoming-file';
import { OwnTransaction } from '../../platform/http/own-transaction';
import { compartments } from '../case-compartment-grant.entity';
import { caseFileKinds } from './case-file.entity';
import { CaseFileTransfer } from './case-file-transfer';
import { AddCaseFile, AddedCaseFileView } from './case-files.dto';

/** What comes and goes as bytes. No transaction is held open while they travel. */
@Controller()
@OwnTransaction()
export class CaseFileContentController {
  constructor(private readonly transfer: CaseFileTransfer) {}

  /** Puts a file on a case (PDF, JPEG, PNG, HEIC or DOCX, 20 MB). The same file again answers the first one. */
  @Post('cases/:id/files')
  @Can('cases.work')
  @UseInterceptors(TakeOneDocument)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'title', 'kind'],
      properties: {
        file: { type: 'string', format: 'binary' },
        title: { type: 'string', maxLength: 200 },
        kind: { type: 'string', enum: [...caseFileKinds] },
        compartment: { type: 'string', enum: [...compartments] },
        documentDate: { type: 'string', format: 'date' },
        expiresOn: { type: 'string', format: 'date' },
      },
    },
  })
  add(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AddCaseFile, @UploadedFile() file?: IncomingFile): Promise<AddedCaseFileView> {
    return this.transfer.add(actor, id, body, file);
  }

  /** The content of a file, to be saved: a browser never shows it as a page of Posada. */
  @Get('case-files/:id/content')
  @Can('cases.read')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @Header('Cache-Control', 'no-store')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.transfer.open(actor, id);
  }
}
