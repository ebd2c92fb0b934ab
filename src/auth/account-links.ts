import { Inject, Injectable } from '@nestjs/common';
import { Organizations } from '../organizations/organizations.service';
import { CONFIG, type Config } from '../platform/config/config';
import { Mails } from '../platform/mail/mails.service';
import { invitationMail, passwordChangedMail, passwordResetMail } from './account-mails';
import { AccountTokens } from './account-tokens';

/** Nobody's mailbox is filled through us: so many links in an hour. */
const MOST_LINKS_PER_HOUR = 3;

/** To whom a mail goes, and in which language. */
export interface Addressee {
  id: string;
  email: string;
  language: string;
}

/** Writes the mails about accounts, each with its link, in the transaction of what they announce. */
@Injectable()
export class AccountLinks {
  constructor(
    private readonly tokens: AccountTokens,
    private readonly mails: Mails,
    private readonly organizations: Organizations,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Invites somebody to choose a password. Gives false, and writes nothing, when they were written to often enough. */
  async invite(to: Addressee): Promise<boolean> {
    if (await this.isEnough(to)) return false;
    const { name } = await this.organizations.current();
    const link = this.address('welcome', await this.tokens.issue(to.id, 'invitation'));
    await this.mails.write('account.invitation', invitationMail({ to: to.email, language: to.language, link }, name));
    return true;
  }

  /** Sends a link to a new password. Gives false, and writes nothing, when they were written to often enough. */
  async offerNewPassword(to: Addressee): Promise<boolean> {
    if (await this.isEnough(to)) return false;
    const link = this.address('reset-password', await this.tokens.issue(to.id, 'password-reset'));
    await this.mails.write('account.password_reset', passwordResetMail({ to: to.email, language: to.language, link }));
    return true;
  }

  /** Tells somebody that their password was changed. */
  async tellOfNewPassword(to: Addressee): Promise<void> {
    const mail = { to: to.email, language: to.language, link: `${this.config.publicUrl}/forgot-password` };
    await this.mails.write('account.password_changed', passwordChangedMail(mail));
  }

  private async isEnough(to: Addressee): Promise<boolean> {
    return (await this.tokens.issuedInTheLastHour(to.id)) >= MOST_LINKS_PER_HOUR;
  }

  // The token stands behind the #: browsers send that part to no server, so it is in no log.
  private address(page: string, token: string): string {
    return `${this.config.publicUrl}/${page}#token=${token}`;
  }
}
