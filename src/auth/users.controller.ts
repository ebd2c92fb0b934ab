import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../platform/http/page-query.dto';
import { CurrentActor, type Actor } from './actor';
import { Grants } from './grants.service';
import { Can } from './route-access';
import { ChangeUser, NewGrant, UserList, UserView } from './users.dto';
import { Users } from './users.service';

/** The people who work here and their roles. */
@ApiTags('Users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: Users,
    private readonly grants: Grants,
  ) {}

  /** The colleagues, by name. */
  @Get()
  @Can('users.read')
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<UserList> {
    return this.users.list(actor, query);
  }

  /** One colleague with all roles. */
  @Get(':id')
  @Can('users.read')
  open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UserView> {
    return this.users.open(actor, id);
  }

  /** Changes a colleague's name or language, disables the account (every session ends at once) or enables it. */
  @Patch(':id')
  @Can('users.manage')
  change(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeUser): Promise<UserView> {
    return this.users.change(actor, id, body);
  }

  /** Sends the invitation again. */
  @Post(':id/invitations')
  @Can('users.manage')
  @HttpCode(202)
  inviteAgain(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.users.inviteAgain(actor, id);
  }

  /** Mails a colleague the link to a new password. */
  @Post(':id/password-resets')
  @Can('users.manage')
  @HttpCode(202)
  offerNewPassword(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.users.offerNewPassword(actor, id);
  }

  /** Signs a colleague out on every device. */
  @Delete(':id/sessions')
  @Can('users.manage')
  @HttpCode(204)
  signOut(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.users.signOut(actor, id);
  }

  /** Gives a colleague a role. */
  @Post(':id/grants')
  @Can('users.manage')
  give(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: NewGrant): Promise<UserView> {
    return this.users.give(actor, id, body);
  }

  /** Ends a role of a colleague now. */
  @Delete(':id/grants/:grantId')
  @Can('users.manage')
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Param('grantId', ParseUUIDPipe) grantId: string): Promise<void> {
    return this.grants.end(actor, id, grantId);
  }
}
