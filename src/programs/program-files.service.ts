import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { ledgerLock } from '../platform/database/ledger-lock';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { packProblems } from './pack-problems';
import { toFilePreview, type ProgramFile, type ProgramFilePreview } from './program-file.dto';
import { programPack, type ProgramPack } from './program-pack';
import { ProgramPacks } from './program-packs';
import type { ProgramPage } from './programs.dto';
import { programProblems } from './programs.errors';
import { mayAddPrograms } from './programs.policy';
import { ProgramsRepository } from './programs.repository';
import { ProgramsService } from './programs.service';

/** Programs that an organization adds from a file: a city's, a state's, a new round. Nothing of them is code. */
@Injectable()
export class ProgramFiles {
  constructor(
    private readonly tx: Tx,
    private readonly packs: ProgramPacks,
    private readonly repository: ProgramsRepository,
    private readonly programs: ProgramsService,
  ) {}

  /** What a file contains; the whole of it is checked. */
  async preview(actor: Actor, body: ProgramFile): Promise<ProgramFilePreview> {
    const pack = packIn(actor, body);
    return toFilePreview(pack, await this.repository.hasCode(actor.organizationId, pack.code));
  }

  /** Adds the program that a file describes. */
  async add(actor: Actor, body: ProgramFile): Promise<ProgramPage> {
    const pack = packIn(actor, body);
    await ledgerLock(this.tx);
    const id = await this.packs.add(actor.organizationId, pack);
    if (id === null) throw programProblems.PROGRAM_IS_THERE({ code: pack.code });
    return this.programs.open(actor, id);
  }
}

function packIn(actor: Actor, { pack }: ProgramFile): ProgramPack {
  if (!mayAddPrograms(actor)) throw common.NOT_ALLOWED();
  const read = programPack.safeParse(pack, { reportInput: true });
  if (!read.success) throw common.INVALID({}, packProblems(read.error));
  return read.data;
}
