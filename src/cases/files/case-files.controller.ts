import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { PageQuery } from '../../platform/http/page-query.dto';
import { CaseFilePageView, CaseFileView, ChangeCaseFile } from './case-files.dto';
import { CaseFilesService } from './case-files.service';

@Controller()
export class CaseFilesController {
  constructor(private readonly files: CaseFilesService) {}

  /** The files of a case, what expires soonest first. */
  @Get('cases/:id/files')
  @Can('cases.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<CaseFilePageView> {
    return this.files.list(actor, id, query);
  }

  /** Renames a file, says what it is, or when it expires. */
  @Patch('case-files/:id')
  @Can('cases.work')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeCaseFile): Promise<CaseFileView> {
    return this.files.change(actor, id, body);
  }

  /** Destroys the content of a file; that there was one stays on the case. */
  @Delete('case-files/:id')
  @HttpCode(204)
  @Can('cases.work')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.files.remove(actor, id);
  }
}
