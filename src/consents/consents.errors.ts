import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** What can be wrong with a consent. */
export const consentProblems = problems({
  CONSENT_LIVE: [409, 'They have already agreed to this, and it still holds. Nothing has to be asked again.'],
  CONSENT_ENDED: [409, 'This was withdrawn or has run out already.'],
  CONSENT_MINOR_NEEDS_GUARDIAN: [400, 'For a minor a guardian agrees. Say who it is; the child may still say no.'],
  CONSENT_GUARDIAN_IS_MINOR: [400, 'A guardian is of age.'],
  CONSENT_CHILD_SAYS_NO: [400, 'The child says no. Write down a no; they may be asked again another day.'],
  CONSENT_TEXT_NOT_REVIEWED: [409, 'No second speaker has read this text in that language. Let an interpreter say the English one, or ask an administrator to have it read.'],
  CONSENT_TEXT_CHANGED: [409, 'These texts have changed since. Read them again before you approve them.'],
  CONSENT_MISSING: [409, 'They do not agree to this at present, or not for this recipient. Nothing was written down; ask them first.'],
  CONSENT_WITHDRAWN: [409, 'They took back their consent to case management. What is written stays and can be read, and the plan and the case can be closed; nothing new is added unless they agree again. What you typed is still on your screen.'],
  CONSENT_RECIPIENT_THERE: [409, 'A recipient of this name is there already.'],
  CONSENT_NO_SIGNATURE: [404, 'There is no signature on the screen here. It may be on paper.'],
});

whenBroken('consent_recipients_name_once', consentProblems.CONSENT_RECIPIENT_THERE);
whenBroken('consents_one_live_per_purpose', () => consentProblems.CONSENT_LIVE());
// The rule of ADR 0016 is kept by a trigger on everything that adds to a case.
whenBroken('case_work_is_agreed', () => consentProblems.CONSENT_WITHDRAWN());
