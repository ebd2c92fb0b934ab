import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OwnTransaction } from '../platform/http/own-transaction';
import { AccountView, ChangeAccount, ChangePassword } from './account.dto';
import { Account } from './account.service';
import { CurrentActor, type Actor } from './actor';
import { SignedIn } from './route-access';

/** One's own account. */
@ApiTags('Account')
@Controller('account')
export class AccountController {
  constructor(private readonly account: Account) {}

  /** Changes how one is called and in which language one works. */
  @Patch()
  @SignedIn()
  change(@CurrentActor() actor: Actor, @Body() body: ChangeAccount): Promise<AccountView> {
    return this.account.change(actor, body);
  }

  /** Changes one's own password; every other session ends. */
  @Post('password')
  @SignedIn()
  @OwnTransaction()
  @HttpCode(204)
  changePassword(@CurrentActor() actor: Actor, @Body() body: ChangePassword): Promise<void> {
    return this.account.changePassword(actor, body);
  }
}
