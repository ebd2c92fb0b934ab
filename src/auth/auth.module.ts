import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { OrganizationsModule } from '../organizations/organizations.module';
import { MailModule } from '../platform/mail/mail.module';
import { AccountController } from './account.controller';
import { AccountLinks } from './account-links';
import { Account } from './account.service';
import { AccountTokens } from './account-tokens';
import { Grants } from './grants.service';
import { InvitationsController } from './invitations.controller';
import { Invitations } from './invitations.service';
import { NewPasswords } from './new-passwords';
import { OutboxController } from './outbox.controller';
import { PasswordResetsController } from './password-resets.controller';
import { PasswordOffers } from './password-offers';
import { PasswordResets } from './password-resets.service';
import { PasswordStrategy } from './password.strategy';
import { Passwords } from './passwords';
import { SessionGuard } from './session.guard';
import { SessionStore } from './session-store';
import { SessionsController } from './sessions.controller';
import { Sessions } from './sessions.service';
import { SignInThrottle } from './sign-in-throttle';
import { UsersController } from './users.controller';
import { UsersRepository } from './users.repository';
import { Users } from './users.service';

@Module({
  imports: [PassportModule, OrganizationsModule, MailModule],
  controllers: [SessionsController, AccountController, UsersController, InvitationsController, PasswordResetsController, OutboxController],
  providers: [
    Passwords, PasswordStrategy, SessionStore, Sessions, SignInThrottle, { provide: APP_GUARD, useClass: SessionGuard },
    UsersRepository, Users, Grants, AccountTokens, AccountLinks, Account, NewPasswords, Invitations, PasswordResets, PasswordOffers,
  ],
  exports: [Passwords, Sessions, SessionStore],
})
export class AuthModule {}
