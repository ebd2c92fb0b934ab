import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsEmail, IsIn, IsObject, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IsLocalDate } from '../platform/http/is-local-date';
import { grantScopes, type GrantScope } from './actor';
import { roles, type Role } from './permissions';
import { userLanguages, type UserLanguage, type UserStatus } from './user.entity';

/** One line with something on it. */
export const A_NAME = /^(?=.*\S)[^\r\n\t]{1,120}$/;

/** A role to give, for the whole organization or a part of it, from one date to another (both included). */
export class NewGrant {
  @IsIn(roles, { message: 'Choose one of the roles.' })
  role: Role;

  @IsIn(grantScopes, { message: 'Choose the whole organization or a site.' })
  scope: GrantScope;

  /** The id of the site; none for the whole organization. */
  @IsOptional() @IsUUID()
  scopeId?: string;

  /** First day; today when it is left out. */
  @IsOptional() @IsLocalDate()
  validFrom?: string;

  /** Last day; until it is ended when it is left out. */
  @IsOptional() @IsLocalDate()
  validTo?: string;
}

/** A colleague to invite. */
export class InviteUser {
  @IsEmail({}, { message: 'Write an e-mail address, such as name@example.org.' }) @MaxLength(254)
  email: string;

  @Matches(A_NAME, { message: 'Write a name of at most 120 characters.' })
  fullName: string;

  /** The language of mails and screens. */
  @IsIn(userLanguages, { message: 'Choose English or Spanish.' })
  language: UserLanguage;

  @IsArray() @ArrayMinSize(1, { message: 'Give at least one role.' }) @ArrayMaxSize(20) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => NewGrant)
  grants: NewGrant[];
}

/** What can be changed of a colleague's account. */
export class ChangeUser {
  @IsOptional() @Matches(A_NAME, { message: 'Write a name of at most 120 characters.' })
  fullName?: string;

  @IsOptional() @IsIn(userLanguages, { message: 'Choose English or Spanish.' })
  language?: UserLanguage;

  /** `disabled` ends every session at once; `active` opens the account again. */
  @IsOptional() @IsIn(['active', 'disabled'], { message: 'Write "active" or "disabled".' })
  status?: 'active' | 'disabled';
}

/** A role somebody has, will have or had. */
export class GrantView {
  id: string;
  role: string;
  scope: string;
  scopeId: string | null;
  /** The name of the site. */
  siteName: string | null;
  validFrom: string;
  validTo: string | null;
  state: 'current' | 'future' | 'over';
}

/** Somebody who works here. */
export class UserView {
  id: string;
  email: string;
  fullName: string;
  language: string;
  status: UserStatus;
  createdAt: Date;
  lastSignedInAt: Date | null;
  isYou: boolean;
  grants: GrantView[];
  /** What you may do with this account. */
  allowed: string[];
}

/** A page of the people who work here, by name. */
export class UserList {
  items: UserView[];
  next: string | null;
  /** The roles you may give. */
  rolesToGive: string[];
}

