import { IsEmail, IsString, MaxLength, MinLength } from 'class-validator';

/** The e-mail address and password of somebody who works here. */
export class SignIn {
  @IsEmail({}, { message: 'Write the e-mail address you were invited with.' })
  @MaxLength(254)
  email: string;

  @IsString()
  @MinLength(1, { message: 'Write your password.' })
  @MaxLength(512)
  password: string;
}

export class SessionUser {
  id: string;
  fullName: string;
  email: string;
  language: string;
}

export class SessionOrganization {
  id: string;
  name: string;
}

export class SessionGrant {
  role: string;
  scope: string;
  scopeId: string | null;
}

export class SessionSite {
  id: string;
  name: string;
  code: string;
  /** IANA time zone; dates of the site are local to it. */
  timeZone: string;
}

/** Who is signed in, what they may do and where, and the token every write must carry. */
export class SessionView {
  user: SessionUser;
  organization: SessionOrganization;
  grants: SessionGrant[];
  /** Every action allowed somewhere; the screens show only what can be done. */
  actions: string[];
  sites: SessionSite[];
  csrfToken: string;
  /** When the session ends however busy it is. */
  expiresAt: Date;
  /** After how many quiet minutes it ends. */
  idleMinutes: number;
}
