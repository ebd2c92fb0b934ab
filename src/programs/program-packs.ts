import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { ledgerLock } from '../platform/database/ledger-lock';
import { Tx, type TxScope } from '../platform/database/tx';
import { programPacks } from './program-pack';
import { ProgramsRepository } from './programs.repository';

/** Gives an organization the program years that Posada is delivered with. */
@Injectable()
export class ProgramPacks {
  constructor(
    private readonly tx: Tx,
    private readonly programs: ProgramsRepository,
    private readonly audit: Audit,
  ) {}

  /** Installs what is missing. A program that is there is left as it is, with every rule the organization has changed. */
  install(scope: TxScope): Promise<void> {
    return this.tx.run(scope, async () => {
      await ledgerLock(this.tx);
      for (const pack of programPacks) {
        const id = await this.programs.install(scope.organizationId, pack);
        if (id) await this.audit.record({ action: 'program.installed', recordType: 'program', recordId: id, fields: ['measures', 'rules'], reason: pack.code });
      }
    });
  }
}
