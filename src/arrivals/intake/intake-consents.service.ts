import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { Consents } from '../../consents/consents.service';
import type { ConsentAnswer } from '../../consents/consents.dto';
import { isAdultOn } from '../../people/age';
import type { FormedParty } from '../../people/parties.service';
import { PeopleService } from '../../people/people.service';
import { common } from '../../platform/errors/problem';
import type { RecordIntake } from './intake.dto';

/** Who was recorded, in the order of the form, and the party they formed. */
interface Recorded {
  personIds: readonly string[];
  party: FormedParty;
}

/** Writes down what the people of a party were told and answered. For a child a parent who came along answers. */
@Injectable()
export class IntakeConsents {
  constructor(
    private readonly consents: Consents,
    private readonly people: PeopleService,
  ) {}

  /** Writes the answers of everybody in the form. Who agreed before and comes again has nothing to say anew. */
  async record(actor: Actor, { members, conversation, noticeRead }: RecordIntake, { personIds, party }: Recorded, today: string): Promise<void> {
    if (!conversation) return;
    const opened = await this.people.openPersons(personIds);
    const ofAge = (id: string): boolean | null => {
      const person = opened.get(id);
      return person ? isAdultOn(person.identity, person.ageBand, today) : null;
    };
    const parent = personIds.find((id, at) => members[at]?.relation === 'parent' && ofAge(id) === true);
    for (const [at, { answers, relation }] of members.entries()) {
      const personId = personIds[at] ?? '';
      const minor = ofAge(personId) === false;
      const isWatched = party.concerns.some((concern) => concern.personId === personId);
      const guardian = minor && !isWatched ? (relation === 'child' ? party.headId : parent) : undefined;
      const said = noticeRead ? withNotice(answers ?? []) : (answers ?? []);
      if (minor && !guardian && said.some(({ purpose, decision }) => purpose !== 'intake_notice' && decision === 'given')) {
        throw common.INVALID({}, [{ field: `members[${at}].answers`, message: 'For a minor a parent agrees, and there is none in this party. Leave the answer open or write down a no.' }]);
      }
      const open = await this.stillOpen(personId, said, today);
      if (open.length === 0) continue;
      const giver = guardian ? { givenBy: 'guardian' as const, givenByPersonId: guardian } : { givenBy: 'self' as const };
      await this.consents.write(actor, personId, { ...conversation, answers: open, ...giver }, today);
    }
  }

  private async stillOpen(personId: string, answers: readonly ConsentAnswer[], today: string): Promise<ConsentAnswer[]> {
    const open: ConsentAnswer[] = [];
    for (const answer of answers) {
      const isRepeated = answer.decision === 'given' && (await this.consents.agreeing([personId], answer.purpose, today)).length > 0;
      if (!isRepeated) open.push(answer);
    }
    return open;
  }
}

function withNotice(answers: readonly ConsentAnswer[]): ConsentAnswer[] {
  return [{ purpose: 'intake_notice', decision: 'given' }, ...answers.filter(({ purpose }) => purpose !== 'intake_notice')];
}
