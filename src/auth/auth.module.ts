import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { PasswordStrategy } from './password.strategy';
import { Passwords } from './passwords';
import { SessionGuard } from './session.guard';
import { SessionStore } from './session-store';
import { SessionsController } from './sessions.controller';
import { Sessions } from './sessions.service';
import { SignInThrottle } from './sign-in-throttle';

@Module({
  imports: [PassportModule],
  controllers: [SessionsController],
  providers: [Passwords, PasswordStrategy, SessionStore, Sessions, SignInThrottle, { provide: APP_GUARD, useClass: SessionGuard }],
  exports: [Passwords, Sessions, SessionStore],
})
export class AuthModule {}
