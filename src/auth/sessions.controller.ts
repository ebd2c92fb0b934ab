import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../platform/config/config';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { OpenSessions } from './account.dto';
import { Account } from './account.service';
import { Actor, CurrentActor } from './actor';
import { PasswordGuard } from './password.guard';
import { Public, SignedIn } from './route-access';
import { clearCookie, readCookie, setCookie } from './session-cookie';
import { SessionStore } from './session-store';
import { SessionView, SignIn } from './sessions.dto';
import { Sessions, type OpenedSession } from './sessions.service';

/** Signing in and out. */
@ApiTags('Sessions')
@Controller('sessions')
export class SessionsController {
  private readonly secure: boolean;

  constructor(
    private readonly sessions: Sessions,
    private readonly account: Account,
    private readonly store: SessionStore,
    private readonly tx: Tx,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.secure = config.publicUrl.startsWith('https://');
  }

  /** Signs in with e-mail address and password. */
  @Post()
  @Public()
  @UseGuards(PasswordGuard)
  async signIn(@Body() _body: SignIn, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const opened = request.user as OpenedSession;
    const actor = await this.store.actor(opened.token);
    if (!actor) throw common.SIGN_IN_NEEDED();
    setCookie(response, opened.token, this.secure, opened.expiresAt);
    return this.tx.run(actor, () => this.sessions.describe(actor, opened.token));
  }

  /** Who is signed in. */
  @Get('current')
  @SignedIn()
  current(@CurrentActor() actor: Actor, @Req() request: Request): Promise<SessionView> {
    return this.sessions.describe(actor, readCookie(request, this.secure) ?? '');
  }

  /** Where one is signed in. */
  @Get()
  @SignedIn()
  open(@CurrentActor() actor: Actor): Promise<OpenSessions> {
    return this.account.openSessions(actor, this.config.SESSION_IDLE_MINUTES);
  }

  /** Signs out here. */
  @Delete('current')
  @SignedIn()
  @HttpCode(204)
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(actor);
    this.forget(response);
  }

  /** Signs out on every device. */
  @Delete()
  @SignedIn()
  @HttpCode(204)
  async signOutEverywhere(@CurrentActor() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOutEverywhere(actor);
    this.forget(response);
  }

  /** Signs out on one device. */
  @Delete(':id')
  @SignedIn()
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.account.endSession(actor, id);
  }

  private forget(response: Response): void {
    clearCookie(response, this.secure);
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }
}
