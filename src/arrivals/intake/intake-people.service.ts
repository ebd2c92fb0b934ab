import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { nineDigits } from '../../people/a-number';
import { PeopleService } from '../../people/people.service';
import { changedDraft, newDraft } from '../../people/person-facts';
import { PersonAccess } from '../../people/person-access';
import type { FieldProblem } from '../../platform/errors/problem';
import type { IntakeMember, RecordIntake } from './intake.dto';

/** Finds out who of a form is known already, and records who is new. */
@Injectable()
export class IntakePeople {
  constructor(
    private readonly people: PeopleService,
    private readonly access: PersonAccess,
  ) {}

  /** Members who are said to be somebody who is not here, and A-numbers that somebody else has. */
  async problems(actor: Actor, members: readonly IntakeMember[]): Promise<FieldProblem[]> {
    const named = members.flatMap(({ personId }) => personId ?? []);
    const known = new Set(await this.access.those(actor, 'people.read', named));
    const found: FieldProblem[] = [];
    for (const [at, member] of members.entries()) {
      if (member.personId && !known.has(member.personId)) found.push({ field: `members[${at}].personId`, message: 'There is nobody here, or you may not see them.' });
      if (await this.isKnownByNumber(actor, member)) {
        found.push({ field: `members[${at}].aNumber`, message: 'Somebody with this A-number is recorded. Choose them, or say that this is somebody else.' });
      }
    }
    return found;
  }

  /** Records who is new and updates what the day needs of who is known; answers everybody's ids in the order of the form. */
  async record(actor: Actor, { members, siteId }: RecordIntake, today: string): Promise<string[]> {
    const created = await this.people.createPersons(actor, members.filter(({ personId }) => !personId).map(newDraft), { siteId, on: today });
    const ids: string[] = [];
    for (const member of members) {
      if (member.personId) await this.update(actor, member.personId, member, today);
      ids.push(member.personId ?? created.shift() ?? '');
    }
    return ids;
  }

  private async isKnownByNumber(actor: Actor, { personId, aNumber, isSomebodyElse }: IntakeMember): Promise<boolean> {
    const digits = aNumber && !isSomebodyElse ? nineDigits(aNumber) : null;
    if (digits === null) return false;
    const others = (await this.people.withANumber(digits)).filter((id) => id !== personId);
    return (await this.access.those(actor, 'people.read', others)).length > 0;
  }

  /** Names and birth dates of who is known are changed on their page, where what is there already is seen. */
  private async update(actor: Actor, id: string, member: IntakeMember, today: string): Promise<void> {
    const { languageSpoken, languageRead, interpreterNeeded, needs, releasedOn, releaseEvidence, releasedBy } = member;
    const said = { languageSpoken, languageRead, interpreterNeeded, needs, releasedOn, releaseEvidence, releasedBy };
    const fields = Object.entries(said).filter(([, value]) => value !== undefined).map(([field]) => field);
    const person = (await this.people.openPersons([id])).get(id);
    if (person && fields.length > 0) await this.people.change(actor, id, person.version, changedDraft(person, said), today, fields);
  }
}
