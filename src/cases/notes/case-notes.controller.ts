import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { PageQuery } from '../../platform/http/page-query.dto';
import { NotePage, NoteView, SaveNoteDraft, SignNote, UnsignedList, UnsignedQuery, WriteNote } from './case-notes.dto';
import { CaseNotes } from './case-notes.service';
import { UnsignedNotes } from './unsigned-notes.service';

/** Notes on cases. */
@Controller()
export class CaseNotesController {
  constructor(
    private readonly notes: CaseNotes,
    private readonly waiting: UnsignedNotes,
  ) {}

  /** The notes of a case, the newest contact first, with what corrects them. */
  @Get('cases/:id/notes')
  @Can('cases.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<NotePage> {
    return this.notes.list(actor, id, query);
  }

  /** Writes a note: a draft, or signed at once. */
  @Post('cases/:id/notes')
  @Can('cases.work')
  write(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: WriteNote): Promise<NoteView> {
    return this.notes.write(actor, id, body);
  }

  /** Notes that wait for a signature, for those who supervise: how many and whose, never what is in them. */
  @Get('case-notes/unsigned')
  @Can('cases.supervise')
  unsigned(@CurrentActor() actor: Actor, @Query() query: UnsignedQuery): Promise<UnsignedList> {
    return this.waiting.list(actor, query);
  }

  /** One note. */
  @Get('case-notes/:id')
  @Can('cases.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NoteView> {
    return this.notes.get(actor, id);
  }

  /** Saves a draft. */
  @Patch('case-notes/:id')
  @Can('cases.work')
  save(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SaveNoteDraft): Promise<NoteView> {
    return this.notes.save(actor, id, body);
  }

  /** Throws a draft away. */
  @Delete('case-notes/:id')
  @HttpCode(204)
  @Can('cases.work')
  discard(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.notes.discard(actor, id);
  }

  /** Signs a draft; from then on it stays as it is. */
  @Post('case-notes/:id/sign')
  @HttpCode(200)
  @Can('cases.work')
  sign(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SignNote): Promise<NoteView> {
    return this.notes.sign(actor, id, body.version);
  }

  /** Writes a note that corrects a signed one. */
  @Post('case-notes/:id/correct')
  @Can('cases.work')
  correct(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: WriteNote): Promise<NoteView> {
    return this.notes.correct(actor, id, body);
  }
}
