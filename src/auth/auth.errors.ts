import { problems } from '../platform/errors/problem';

/** What can be wrong with signing in, with an account or with a request's origin. */
export const authProblems = problems({
  SIGN_IN_FAILED: [401, 'The e-mail address or the password is not right.'],
  SIGN_IN_SLOWED: [429, 'There were too many tries. Please wait a little and try again.'],
  SESSION_ENDED: [401, 'Your session has ended. Please sign in again; what you typed is still here.'],
  CSRF: [403, 'This request did not come from a page of Posada. Load the page again.'],
  LINK_NOT_VALID: [410, 'This link was used already or has run out. Ask for a new one.'],
  PASSWORD_TOO_WEAK: [400, 'Choose another password.'],
  USER_EXISTS: [409, 'Somebody with this e-mail address is here already.'],
  LAST_ADMINISTRATOR: [409, 'This is the last organization administrator. Make somebody else one first.'],
  NOT_YOURSELF: [409, 'You cannot do this to your own account. Ask another administrator.'],
});
