import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { CaseAccess, type CaseAtHand } from '../../cases/case-access';
import { casesPolicy } from '../../cases/cases.policy';
import { fullName, PeopleService } from '../../people/people.service';
import { SamePerson } from '../../people/merges/same-person';
import { PersonReader } from '../../people/person-reader.service';
import { Clock } from '../../platform/clock/clock';
import { tracksOf } from './milestone-tracks';
import type { MilestonePath, PersonMilestones } from './milestones.dto';
import { MilestonesRepository, type CurrentMilestone } from './milestones.repository';

/** Draws the paths of families and persons for those who may read their case. */
@Injectable()
export class MilestonePaths {
  constructor(
    private readonly milestones: MilestonesRepository,
    private readonly cases: CaseAccess,
    private readonly people: PeopleService,
    private readonly reader: PersonReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly same: SamePerson,
  ) {}

  /** The path of a case: its family, and each of its members. */
  async ofCase(actor: Actor, caseId: string): Promise<MilestonePath> {
    const found = await this.cases.require(actor, 'read', caseId);
    await this.audit.record({ action: 'milestone.opened', recordType: 'case', recordId: caseId, siteId: found.siteId, fields: ['milestones', 'names'] });
    return this.draw(actor, found);
  }

  /** The paths of a person, one for each of their cases that the actor may read; the family's beside their own. */
  async ofPerson(actor: Actor, personId: string): Promise<PersonMilestones> {
    const { person } = await this.reader.person(actor, 'people.read', personId);
    const records = await this.same.recordsOf(personId);
    const caseIds = new Set((await this.readable(actor, records)).map(({ caseId }) => caseId));
    const items: MilestonePath[] = [];
    for (const caseId of caseIds) {
      const path = await this.draw(actor, await this.cases.require(actor, 'read', caseId));
      items.push({ ...path, tracks: path.tracks.filter((track) => track.personId === null || records.includes(track.personId)) });
    }
    await this.audit.record({ action: 'milestone.opened', recordType: 'person', recordId: personId, fields: ['milestones', 'names'] });
    return { name: fullName(person.identity), items };
  }

  private async draw(actor: Actor, found: CaseAtHand): Promise<MilestonePath> {
    const today = this.clock.today(found.timeZone);
    const programs = await this.milestones.programs(found.id);
    const members = await this.milestones.members(found.id);
    const ids = members.map(({ personId }) => personId);
    const opened = await this.people.openPersons(ids);
    const others = (await this.readable(actor, ids)).filter(({ caseId }) => caseId !== found.id);
    const rows = await this.milestones.current([found.id, ...others.map(({ caseId }) => caseId)]);
    const leftShelter = await this.milestones.leftShelter(ids);
    const tracks = tracksOf({
      today, members,
      earnsLivingSince: await this.milestones.earnsLivingSince(found.id),
      catalogue: await this.milestones.catalogue(programs.map(({ id }) => id), today),
      names: new Map([...opened].map(([id, { identity }]) => [id, fullName(identity)])),
      current: rows.filter(({ caseId }) => caseId === found.id),
      leftShelter: new Map(leftShelter.map(({ personId, ...departure }) => [personId, departure])),
      achievedBefore: achievedBefore(rows.filter(({ caseId }) => caseId !== found.id)),
    });
    return { caseId: found.id, code: found.code, today, mayRecord: this.cases.offers(actor, found).includes('work'), programs, tracks };
  }

  private async readable(actor: Actor, personIds: readonly string[]): Promise<{ personId: string; caseId: string }[]> {
    const found = await this.milestones.casesOf(personIds, actor.userId);
    return found.filter((row) => casesPolicy.allows(actor, 'read', row));
  }
}

function achievedBefore(rows: readonly CurrentMilestone[]): Map<string, Map<string, string>> {
  const byPerson = new Map<string, Map<string, string>>();
  for (const { personId, milestone, state, on } of rows) {
    if (personId === null || state !== 'achieved' || on === null) continue;
    byPerson.set(personId, (byPerson.get(personId) ?? new Map<string, string>()).set(milestone, on));
  }
  return byPerson;
}
