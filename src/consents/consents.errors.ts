import { whenBroken } from '../platform/errors/constraints';
import { problems } from '../platform/errors/problem';

/** What can be wrong with a consent. */
export const consentProblems = problems({
  CONSENT_LIVE: [409, 'They have already agreed to this, and it still holds. Nothing has to be asked again.'],
  CONSENT_ENDED: [409, 'This was withdrawn or has run out already.'],
  CONSENT_MINOR_NEEDS_GUARDIAN: [400, 'For a minor a guardian agrees. Say who it is; the child may still say no.'],
  CONSENT_GUARDIAN_IS_MINOR: [400, 'A guardian is of age.'],
});

whenBroken('consents_one_live_per_purpose', () => consentProblems.CONSENT_LIVE());
