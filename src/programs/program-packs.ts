import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { ledgerLock } from '../platform/database/ledger-lock';
import { Tx, type TxScope } from '../platform/database/tx';
import { programPacks } from './delivered-packs';
import type { ProgramPack } from './program-pack';
import { ProgramParts } from './program-parts.repository';
import { ProgramsRepository } from './programs.repository';

/** Gives an organization the program years that Posada is delivered with. */
@Injectable()
export class ProgramPacks {
  constructor(
    private readonly tx: Tx,
    private readonly programs: ProgramsRepository,
    private readonly parts: ProgramParts,
    private readonly audit: Audit,
  ) {}

  /** Installs what is missing. A program that is there is left as it is, with every rule the organization has changed. */
  install(scope: TxScope): Promise<void> {
    return this.tx.run(scope, async () => {
      await ledgerLock(this.tx);
      for (const pack of programPacks) await this.add(scope.organizationId, pack);
    });
  }

  /** Adds one program as its pack says. Answers its id, or null when the organization has a program of that code. */
  async add(organizationId: string, pack: ProgramPack): Promise<string | null> {
    const id = await this.programs.install(organizationId, pack);
    if (id === null) return null;
    await this.parts.install(organizationId, id, pack);
    await this.audit.record({ action: 'program.installed', recordType: 'program', recordId: id, fields: ['services', 'eligibility', 'milestones', 'measures', 'rules'], reason: pack.code });
    return id;
  }
}
