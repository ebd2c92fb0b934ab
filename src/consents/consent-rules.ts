import { Injectable } from '@nestjs/common';
import { ageOn, isAdultOn } from '../people/age';
import { PeopleService, type OpenedPerson } from '../people/people.service';
import { invalid } from '../platform/errors/problem';
import { aYearAfter } from './consent-dates';
import { ConsentRecipients } from './consent-recipients.service';
import { ConsentTextReviews } from './consent-text-reviews.service';
import type { ConsentAnswer, ConsentConversation, RecordConsents } from './consents.dto';
import { consentProblems } from './consents.errors';
import { factsOf } from './purposes';

/** From this age on a child says themselves what they think of it, as they take part in their plan (practice notes 1.1). */
export const ASSENT_AGE = 6;

/** What may not be written down as a consent, and what to do instead. */
@Injectable()
export class ConsentRules {
  constructor(
    private readonly people: PeopleService,
    private readonly recipients: ConsentRecipients,
    private readonly texts: ConsentTextReviews,
  ) {}

  /** Refuses a conversation that did not happen so: its day, its words, its interpreter, its signature. */
  async refuseWrongConversation(body: ConsentConversation & { answers: readonly ConsentAnswer[] }, today: string): Promise<string> {
    const { askedOn = today, validUntil = aYearAfter(today) } = body;
    if (askedOn > today) throw invalid('askedOn', 'This day has not come yet. Ask them, and write it down then.');
    if (askedOn < today) throw invalid('askedOn', 'A consent holds from the day on which they are asked. Ask them again today.');
    if (validUntil <= today || validUntil > aYearAfter(today)) throw invalid('validUntil', 'Choose a day after today, at most a year from now.');
    if (body.interpreter && body.explained !== 'interpreter') throw invalid('interpreter', 'Say that an interpreter explained it, or leave this empty.');
    if (body.interpreterLanguage && !body.interpreter) throw invalid('interpreterLanguage', 'Say who interpreted, or leave this empty.');
    if (body.signature && body.captured === 'verbal') throw invalid('signature', 'Say that they signed or made a mark, or leave the picture out.');
    if (agreesToSomething(body.answers) && body.explained !== 'interpreter' && !(await this.texts.isUsable(body.language))) {
      throw consentProblems.CONSENT_TEXT_NOT_REVIEWED({ language: body.language }, [
        { field: 'language', message: 'No second speaker has read this text in that language. Let an interpreter say the English one, or ask an administrator.' },
      ]);
    }
    return validUntil;
  }

  /** Refuses a recipient who is not there, is for something else, or is missing where somebody outside would be told. */
  async refuseWrongRecipients(answers: readonly ConsentAnswer[]): Promise<void> {
    for (const [at, { purpose, decision, recipientId }] of answers.entries()) {
      const field = `answers[${at}].recipientId`;
      const { told, named } = factsOf(purpose);
      if (!recipientId) {
        if (named && decision === 'given') throw invalid(field, 'Say who would be told. People agree to an office that they know by name.');
        continue;
      }
      if (!told) throw invalid(field, 'Nobody outside is told anything with this. Leave it empty.');
      const recipient = await this.recipients.find(recipientId);
      if (!recipient) throw invalid(field, 'There is no such recipient.');
      if (recipient.kind !== told) throw invalid(field, 'This recipient is for something else.');
      if (!recipient.active && decision === 'given') throw invalid(field, 'This recipient is not offered any more.');
    }
  }

  /** Refuses an answer by somebody who cannot give it. For a minor a guardian agrees; the child may always say no. */
  async refuseWrongGiver(personId: string, { answers, givenBy, givenByPersonId, assent }: RecordConsents, today: string): Promise<void> {
    if (givenBy === 'self' && givenByPersonId) throw invalid('givenByPersonId', 'Only a guardian is named here.');
    if (givenBy === 'self' && assent) throw invalid('assent', 'A child is asked beside a guardian. Leave this empty.');
    if (givenBy === 'guardian' && !givenByPersonId) throw invalid('givenByPersonId', 'Say who the guardian is.');
    if (givenByPersonId === personId) throw invalid('givenByPersonId', 'A guardian is somebody else.');
    const opened = await this.people.openPersons(givenByPersonId ? [personId, givenByPersonId] : [personId]);
    if (givenByPersonId && isMinor(opened.get(givenByPersonId), today)) throw consentProblems.CONSENT_GUARDIAN_IS_MINOR();
    // To be told what is written down is no agreement; that a minor hears it needs nobody else.
    const agrees = agreesToSomething(answers);
    const person = opened.get(personId);
    if (givenBy === 'self' && agrees && isMinor(person, today)) throw consentProblems.CONSENT_MINOR_NEEDS_GUARDIAN();
    if (agrees && assent === 'refused') throw consentProblems.CONSENT_CHILD_SAYS_NO();
    if (assent === 'too_young' && person && !isTooYoung(person, today)) throw invalid('assent', `A child of ${ASSENT_AGE} or more is asked too, in words of their age.`);
  }

  /** Refuses a guardian's yes in a conversation in which nobody says what the child thinks. */
  refuseUnheardChild({ answers, givenBy, givenByPersonId, assent }: RecordConsents): void {
    if (givenBy === 'guardian' && givenByPersonId && !assent && agreesToSomething(answers)) throw invalid('assent', 'Say what the child said, or that they are too young to be asked.');
  }
}

function isMinor(person: OpenedPerson | undefined, today: string): boolean {
  return person !== undefined && isAdultOn(person.identity, person.ageBand, today) === false;
}

function isTooYoung({ identity, ageBand }: OpenedPerson, today: string): boolean {
  const age = ageOn(identity, today);
  return age === null ? ageBand === 'infant' || ageBand === 'child' : age < ASSENT_AGE;
}

function agreesToSomething(answers: readonly ConsentAnswer[]): boolean {
  return answers.some(({ purpose, decision }) => decision === 'given' && purpose !== 'intake_notice');
}
