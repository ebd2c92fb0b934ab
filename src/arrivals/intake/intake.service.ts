import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service';
import type { Actor } from '../../auth/actor';
import { ContactPoints } from '../../people/contact-points.service';
import { PartiesService, type FormedParty } from '../../people/parties.service';
import { common } from '../../platform/errors/problem';
import { IntakeConsents } from './intake-consents.service';
import { IntakeDrafts } from './intake-drafts.service';
import { intakeFormProblems } from './intake-checks';
import type { IntakeView, RecordIntake } from './intake.dto';
import { IntakePeople } from './intake-people.service';
import { PersonReader } from '../../people/person-reader.service';

/** Records a party at the door in one go: its people, what they need, how they may be reached, what they were told and answered. */
@Injectable()
export class Intakes {
  constructor(
    private readonly reader: PersonReader,
    private readonly drafts: IntakeDrafts,
    private readonly people: IntakePeople,
    private readonly parties: PartiesService,
    private readonly contacts: ContactPoints,
    private readonly consents: IntakeConsents,
    private readonly audit: Audit,
  ) {}

  /** Records everything or nothing. Every field that is not right is named, with the place of its member in the form. */
  async record(actor: Actor, form: RecordIntake): Promise<IntakeView> {
    actor.require('intake.work', form.siteId);
    const today = await this.reader.siteToday(form.siteId);
    const problems = [...intakeFormProblems(form, today), ...(await this.people.problems(actor, form.members))];
    if (problems.length > 0) throw common.INVALID({}, problems);
    if (form.draftId) await this.drafts.take(form.draftId);

    const arrivedOn = form.arrivedOn ?? today;
    const personIds = await this.people.record(actor, form, today);
    const party = await this.parties.form(actor, {
      siteId: form.siteId,
      arrivedOn,
      keepTogether: form.keepTogether,
      members: form.members.map(({ relation }, at) => ({ personId: personIds[at] ?? '', relation })),
    });
    for (const [at, { contactPoints }] of form.members.entries()) await this.contacts.write(personIds[at] ?? '', contactPoints ?? []);
    await this.consents.record(actor, form, { personIds, party }, today);
    await this.audit.record({ action: 'intake.completed', recordType: 'party', recordId: party.id, siteId: form.siteId });
    return toIntakeView(party, personIds);
  }
}

function toIntakeView({ id, code, siteId, arrivedOn, concerns }: FormedParty, personIds: string[]): IntakeView {
  return { partyId: id, code, siteId, arrivedOn, personIds, concerns: concerns.map(({ personId, reason }) => ({ personId, reason })) };
}
