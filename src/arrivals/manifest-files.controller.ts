import { Body, Controller, Get, type MessageEvent, Param, ParseUUIDPipe, Post, Sse, StreamableFile, UploadedFile, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { Tx } from '../platform/database/tx';
import { OwnTransaction } from '../platform/http/own-transaction';
import { type IncomingFile, TakeOneFile } from './incoming-file';
import { ManifestProblemRows } from './manifest-problem-rows';
import { ManifestProgress } from './manifest-progress';
import { MayFollowManifest } from './may-follow-manifest';
import { UploadManifest } from './manifests.dto';
import { ManifestsService } from './manifests.service';
import { ManifestProgressView, UploadedManifestView } from './manifest-view.dto';

/** What comes and goes as a stream. No transaction is held open while bytes travel. */
@Controller('manifests')
@OwnTransaction()
export class ManifestFilesController {
  constructor(
    private readonly tx: Tx,
    private readonly manifests: ManifestsService,
    private readonly problemRows: ManifestProblemRows,
    private readonly progress: ManifestProgress,
  ) {}

  /** Uploads a list of people (.xlsx or CSV, 20 MB). Nobody is let in yet. The same file again answers the first one. */
  @Post()
  @Can('manifests.work')
  @UseInterceptors(TakeOneFile)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'siteId', 'arrivedOn'],
      properties: {
        file: { type: 'string', format: 'binary' },
        siteId: { type: 'string', format: 'uuid' },
        arrivedOn: { type: 'string', format: 'date' },
        arrivalId: { type: 'string', format: 'uuid' },
      },
    },
  })
  upload(@CurrentActor() actor: Actor, @Body() body: UploadManifest, @UploadedFile() file?: IncomingFile): Promise<UploadedManifestView> {
    return this.tx.run(actor, () => this.manifests.upload(actor, body, file));
  }

  /** The rows with problems as a CSV file, to be mended on paper and uploaded again. */
  @Get(':id/problems.csv')
  @Can('manifests.work')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  problems(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.problemRows.download(actor, id);
  }

  /** How far the workers are with a list: events named `progress`, at last one named `done`. */
  @Sse(':id/progress')
  @Can('manifests.work')
  @UseGuards(MayFollowManifest)
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: ManifestProgressView })
  listen(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Observable<MessageEvent> {
    return this.progress.listen(actor, id);
  }
}
