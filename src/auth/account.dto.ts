import { IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { userLanguages, type UserLanguage } from './user.entity';
import { A_NAME } from './users.dto';

const A_LINK = /^[A-Za-z0-9_-]{43}$/;

/** Takes up an invitation. */
export class AcceptInvitation {
  /** The token of the mailed link. */
  @Matches(A_LINK, { message: 'Open the link of the mail again: this one is not complete.' })
  token: string;

  /** At least 12 characters; what is guessed first is refused. */
  @IsString() @MinLength(1, { message: 'Choose a password.' }) @MaxLength(512)
  password: string;

  /** How the person wants to be called, if not as the invitation says. */
  @IsOptional() @Matches(A_NAME, { message: 'Write a name of at most 120 characters.' })
  fullName?: string;
}

/** Whose password was forgotten. */
export class AskForNewPassword {
  @IsEmail({}, { message: 'Write the e-mail address you were invited with.' }) @MaxLength(254)
  email: string;
}

/** Chooses a new password with a mailed link. */
export class CompletePasswordReset {
  /** The token of the mailed link. */
  @Matches(A_LINK, { message: 'Open the link of the mail again: this one is not complete.' })
  token: string;

  /** At least 12 characters; what is guessed first is refused. */
  @IsString() @MinLength(1, { message: 'Choose a password.' }) @MaxLength(512)
  password: string;
}

/** What everybody may change of their own account. */
export class ChangeAccount {
  @IsOptional() @Matches(A_NAME, { message: 'Write a name of at most 120 characters.' })
  fullName?: string;

  @IsOptional() @IsIn(userLanguages, { message: 'Choose English or Spanish.' })
  language?: UserLanguage;
}

/** Changes one's own password. */
export class ChangePassword {
  /** The password so far. */
  @IsString() @MinLength(1, { message: 'Write your present password.' }) @MaxLength(512)
  currentPassword: string;

  /** At least 12 characters; what is guessed first is refused. */
  @IsString() @MinLength(1, { message: 'Choose a password.' }) @MaxLength(512)
  password: string;
}

/** One's own account. */
export class AccountView {
  id: string;
  email: string;
  fullName: string;
  language: string;
}

/** One device on which one is signed in. */
export class OpenSession {
  id: string;
  signedInAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  /** Whether this is the session that asks. */
  isThis: boolean;
}

/** Where one is signed in, the most recently used first. */
export class OpenSessions {
  items: OpenSession[];
}
