import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { Sessions, type OpenedSession } from './sessions.service';

/** Passport's local strategy: an e-mail address and a password open a session. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly sessions: Sessions) {
    super({ usernameField: 'email', passwordField: 'password', session: false });
  }

  validate(email: string, password: string): Promise<OpenedSession> {
    return this.sessions.signIn(email, password);
  }
}
