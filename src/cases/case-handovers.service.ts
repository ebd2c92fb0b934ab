import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { CaseAccess } from './case-access';
import type { HandOverCases } from './case-team.dto';
import { CaseTeam } from './case-team.service';
import { CaseTeamRepository } from './case-team.repository';

/** Hands over several cases at once, for instance of a colleague who has left. All of them go, or none. */
@Injectable()
export class CaseHandovers {
  constructor(
    private readonly access: CaseAccess,
    private readonly cases: CaseTeamRepository,
    private readonly team: CaseTeam,
  ) {}

  /** Gives cases to a colleague; who led them leaves their teams. */
  async handOver(actor: Actor, { caseIds, userId, reason }: HandOverCases): Promise<string[]> {
    // In one order for everybody, so that two who hand over the same cases wait for each other instead of locking each other out.
    const ordered = [...caseIds].sort();
    for (const caseId of ordered) {
      await this.cases.lock(caseId);
      const found = await this.access.require(actor, 'supervise', caseId);
      await this.team.give(found, userId, false, reason?.trim() ? reason.trim() : null);
    }
    return ordered;
  }
}
