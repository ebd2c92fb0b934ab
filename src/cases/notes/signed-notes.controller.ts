import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Can } from '../../auth/route-access';
import { CaseNoteCosigning } from './case-note-cosigning.service';
import { CaseNoteTimes } from './case-note-times.service';
import { AskCosignature, CosignersView, NoteView } from './case-notes.dto';

/** What comes after a note was signed: co-signatures, and the worker's own time. */
@Controller('case-notes/:id')
export class SignedNotesController {
  constructor(
    private readonly cosigning: CaseNoteCosigning,
    private readonly times: CaseNoteTimes,
  ) {}

  /** Who may be asked to co-sign. */
  @Get('cosigners')
  @Can('cases.work')
  cosigners(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CosignersView> {
    return this.cosigning.cosigners(actor, id);
  }

  /** Asks a colleague to co-sign. */
  @Post('ask-cosign')
  @HttpCode(200)
  @Can('cases.work')
  ask(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AskCosignature): Promise<NoteView> {
    return this.cosigning.ask(actor, id, body.userId);
  }

  /** Co-signs a note of somebody else. */
  @Post('cosign')
  @HttpCode(200)
  @Can('cases.work')
  cosign(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NoteView> {
    return this.cosigning.cosign(actor, id);
  }

  /** Records how long the contact took as one's own working time, in the service ledger. */
  @Post('time')
  @HttpCode(200)
  @Can('cases.work')
  recordTime(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NoteView> {
    return this.times.record(actor, id);
  }

  /** Takes that time back by a reversal in the ledger. */
  @Delete('time')
  @Can('cases.work')
  undoTime(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NoteView> {
    return this.times.undo(actor, id);
  }
}
