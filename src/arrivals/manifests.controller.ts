import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { ManifestRowsService } from './manifest-rows.service';
import { ManifestRowPage, ManifestRowView } from './manifest-rows.dto';
import { DecideRow, ManifestRowsQuery, ManifestsQuery, MapColumns, MendRow } from './manifests.dto';
import { ManifestsService } from './manifests.service';
import { ManifestPageView, ManifestReadingView, ManifestView } from './manifest-view.dto';

/** A line that is no number is no line of the list. */
const ROW_NUMBER = new ParseIntPipe({ errorHttpStatusCode: 404 });

@Controller('manifests')
export class ManifestsController {
  constructor(
    private readonly manifests: ManifestsService,
    private readonly rows: ManifestRowsService,
  ) {}

  /** The lists uploaded at a site, newest first. */
  @Get()
  @Can('manifests.work')
  list(@CurrentActor() actor: Actor, @Query() query: ManifestsQuery): Promise<ManifestPageView> {
    return this.manifests.list(actor, query);
  }

  /** A list with how its columns and dates are read. */
  @Get(':id')
  @Can('manifests.work')
  get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ManifestReadingView> {
    return this.manifests.get(actor, id);
  }

  /** Says what the columns of a list are. It is then read again; what was mended or decided stays. */
  @Put(':id/mapping')
  @Can('manifests.work')
  map(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MapColumns): Promise<ManifestView> {
    return this.manifests.map(actor, id, body);
  }

  /** The rows of a list in one state, each with its problems and the known people who may be the same. */
  @Get(':id/rows')
  @Can('manifests.work')
  page(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: ManifestRowsQuery): Promise<ManifestRowPage> {
    return this.rows.page(actor, id, query);
  }

  /** Mends a row, sets it aside or takes it back. */
  @Patch(':id/rows/:number')
  @Can('manifests.work')
  mend(
    @CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('number', ROW_NUMBER) number: number, @Body() body: MendRow,
  ): Promise<ManifestRowView> {
    return this.rows.mend(actor, id, number, body);
  }

  /** Decides whether a row is a person already known, or somebody else. */
  @Post(':id/rows/:number/decision')
  @HttpCode(200)
  @Can('manifests.work')
  decide(
    @CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('number', ROW_NUMBER) number: number, @Body() body: DecideRow,
  ): Promise<ManifestRowView> {
    return this.rows.decide(actor, id, number, body);
  }

  /** Lets the ready rows in, in the background. Those with problems stay. */
  @Post(':id/admit')
  @HttpCode(202)
  @Can('manifests.work')
  admit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ManifestView> {
    return this.manifests.admit(actor, id);
  }
}
