import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptInvitation } from './account.dto';
import { CurrentActor, type Actor } from './actor';
import { Invitations } from './invitations.service';
import { Can, Public } from './route-access';
import { InviteUser, UserView } from './users.dto';
import { Users } from './users.service';

/** Inviting colleagues. */
@ApiTags('Users')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly users: Users,
    private readonly invitations: Invitations,
  ) {}

  /** Invites a colleague by mail, with the roles they will have. */
  @Post()
  @Can('users.manage')
  invite(@CurrentActor() actor: Actor, @Body() body: InviteUser): Promise<UserView> {
    return this.users.invite(actor, body);
  }

  /** Takes up an invitation with the token of its mail. */
  @Post('accept')
  @Public()
  @HttpCode(204)
  accept(@Body() body: AcceptInvitation): Promise<void> {
    return this.invitations.accept(body);
  }
}
