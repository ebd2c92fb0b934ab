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
  USER_DISABLED: [409, 'This account is disabled. Enable it first.'],
  USER_ALREADY_ACTIVE: [409, 'This person has taken up the invitation already.'],
  ROLE_GIVEN_ALREADY: [409, 'This person has this role for these dates already.'],
  ROLE_NOT_FOR_SCOPE: [400, 'This role cannot be given for that.'],
  ROLE_NOT_YOURS_TO_GIVE: [403, 'Your role does not allow you to give or end this role.'],
  MAILED_OFTEN_ENOUGH: [429, 'Several mails were sent to this person in the last hour. Please wait a little.'],
  LAST_ADMINISTRATOR: [409, 'This is the last organization administrator. Make somebody else one first.'],
  NOT_YOURSELF: [409, 'You cannot do this to your own account. Ask another administrator.'],
});
