import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Can } from '../auth/route-access';
import { DraftInstrument, EditInstrument, InstrumentList, PublishInstrument, VersionPage } from './instruments.dto';
import { Instruments } from './instruments.service';

/** The instruments of the organization, for those who keep them. */
@Controller()
export class InstrumentsController {
  constructor(private readonly instruments: Instruments) {}

  /** Every instrument with its versions. */
  @Get('instruments')
  @Can('instruments.manage')
  list(): Promise<InstrumentList> {
    return this.instruments.list();
  }

  /** Adds an instrument, as a draft. */
  @Post('instruments')
  @Can('instruments.manage')
  create(@Body() body: DraftInstrument): Promise<VersionPage> {
    return this.instruments.create(body.definition);
  }

  /** Begins a new version with the words of the newest one. */
  @Post('instruments/:id/versions')
  @Can('instruments.manage')
  begin(@Param('id', ParseUUIDPipe) id: string): Promise<VersionPage> {
    return this.instruments.begin(id);
  }

  /** One version with everything it asks. */
  @Get('instrument-versions/:id')
  @Can('instruments.manage')
  open(@Param('id', ParseUUIDPipe) id: string): Promise<VersionPage> {
    return this.instruments.open(id);
  }

  /** Changes a draft. */
  @Put('instrument-versions/:id')
  @Can('instruments.manage')
  edit(@Param('id', ParseUUIDPipe) id: string, @Body() body: EditInstrument): Promise<VersionPage> {
    return this.instruments.edit(id, body);
  }

  /** Publishes a draft; the version before is retired. */
  @Post('instrument-versions/:id/publish')
  @HttpCode(200)
  @Can('instruments.manage')
  publish(@Param('id', ParseUUIDPipe) id: string, @Body() body: PublishInstrument): Promise<VersionPage> {
    return this.instruments.publish(id, body);
  }

  /** Takes a published version out of use. */
  @Post('instrument-versions/:id/retire')
  @HttpCode(200)
  @Can('instruments.manage')
  retire(@Param('id', ParseUUIDPipe) id: string): Promise<VersionPage> {
    return this.instruments.retire(id);
  }
}
