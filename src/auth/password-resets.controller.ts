import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AskForNewPassword, CompletePasswordReset } from './account.dto';
import { PasswordResets } from './password-resets.service';
import { Public } from './route-access';

/** Forgotten passwords. */
@ApiTags('Sessions')
@Controller('password-resets')
export class PasswordResetsController {
  constructor(private readonly resets: PasswordResets) {}

  /** Asks for a mail with a link to a new password. The answer is the same for every address. */
  @Post()
  @Public()
  @HttpCode(202)
  ask(@Body() body: AskForNewPassword): Promise<void> {
    return this.resets.ask(body.email);
  }

  /** Chooses a new password with the token of the mail; every session ends. */
  @Post('complete')
  @Public()
  @HttpCode(204)
  complete(@Body() body: CompletePasswordReset): Promise<void> {
    return this.resets.complete(body);
  }
}
