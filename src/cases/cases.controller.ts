import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../auth/actor';
import { Can } from '../auth/route-access';
import { CaseHeaderView } from './case.dto';
import { CasesQuery, CasesView } from './case-list.dto';
import { CaseEnrollments } from './case-enrollments.service';
import { CaseLists } from './case-lists.service';
import { AddEnrollments, OpenCase } from './case-opening.dto';
import { CaseOpening } from './case-opening.service';
import { CaseReader } from './case-reader.service';

/** Cases of voluntary case management. */
@Controller('cases')
export class CasesController {
  constructor(
    private readonly reader: CaseReader,
    private readonly opening: CaseOpening,
    private readonly lists: CaseLists,
    private readonly enrollments: CaseEnrollments,
  ) {}

  /** Cases of a site, the newest first. */
  @Get()
  @Can('cases.read')
  page(@CurrentActor() actor: Actor, @Query() query: CasesQuery): Promise<CasesView> {
    return this.lists.page(actor, query);
  }

  /** Opens a case. */
  @Post()
  @Can('cases.work')
  async create(@CurrentActor() actor: Actor, @Body() body: OpenCase): Promise<CaseHeaderView> {
    return this.reader.open(actor, await this.opening.open(actor, body));
  }

  /** The head of a case. */
  @Get(':id')
  @Can('cases.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseHeaderView> {
    return this.reader.open(actor, id);
  }

  /** Makes programs that people agreed to part of their case. */
  @Post(':id/enrollments')
  @HttpCode(204)
  @Can('cases.work')
  addEnrollments(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { enrollmentIds }: AddEnrollments): Promise<void> {
    return this.enrollments.add(actor, id, enrollmentIds);
  }
}
