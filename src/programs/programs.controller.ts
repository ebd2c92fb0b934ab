import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CurrentActor, type Actor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ProgramFile, ProgramFilePreview } from './program-file.dto';
import { ProgramFiles } from './program-files.service';
import { ChangeRule, ProgramList, ProgramPage } from './programs.dto';
import { ProgramsService } from './programs.service';

/** Program years, what they measure and their dated rules. */
@Controller('programs')
export class ProgramsController {
  constructor(
    private readonly programs: ProgramsService,
    private readonly files: ProgramFiles,
  ) {}

  /** The program years of the organization. */
  @Get()
  @Can('programs.read')
  list(@CurrentActor() actor: Actor): Promise<ProgramList> {
    return this.programs.list(actor);
  }

  /** Adds the program that a file describes. */
  @Post()
  @Can('programs.manage')
  add(@CurrentActor() actor: Actor, @Body() body: ProgramFile): Promise<ProgramPage> {
    return this.files.add(actor, body);
  }

  /** Checks a file and says what it contains; nothing is added. */
  @Post('previews')
  @HttpCode(200)
  @Can('programs.manage')
  preview(@CurrentActor() actor: Actor, @Body() body: ProgramFile): Promise<ProgramFilePreview> {
    return this.files.preview(actor, body);
  }

  /** One program year with its measures and the history of its rules. */
  @Get(':id')
  @Can('programs.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProgramPage> {
    return this.programs.open(actor, id);
  }

  /** Lets a rule hold from a day on, with its source. */
  @Post(':id/rules')
  @HttpCode(200)
  @Can('programs.manage')
  changeRule(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeRule): Promise<ProgramPage> {
    return this.programs.changeRule(actor, id, body);
  }
}
