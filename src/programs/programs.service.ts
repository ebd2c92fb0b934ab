import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { ledgerLock } from '../platform/database/ledger-lock';
import { Tx } from '../platform/database/tx';
import { common, invalid } from '../platform/errors/problem';
import type { ProgramMeasure } from './program-measure.entity';
import type { ProgramRule } from './program-rule.entity';
import { ProgramParts } from './program-parts.repository';
import { toEligibilityRuleView, toEndReasonView, toMilestoneView, toServiceView } from './program-parts.dto';
import { ruleKinds, toMeasureView, toProgramView, toRuleView, type ChangeRule, type ProgramList, type ProgramPage } from './programs.dto';
import { programProblems } from './programs.errors';
import { mayAddPrograms, mayChangeRules } from './programs.policy';
import { ProgramsRepository, type ListedProgram } from './programs.repository';
import { ruleChange, saysTheSame, type DatedRule } from './rule-change';
import { valueProblem } from './rule-keys';

/** What the programs measure and which rules they have, now and as they were known at any moment before. */
@Injectable()
export class ProgramsService {
  constructor(
    private readonly tx: Tx,
    private readonly programs: ProgramsRepository,
    private readonly parts: ProgramParts,
    private readonly audit: Audit,
  ) {}

  /** The program years of the organization. */
  async list(actor: Actor): Promise<ProgramList> {
    const found = await this.programs.all(actor.organizationId);
    return { items: found.map(toProgramView), mayAdd: mayAddPrograms(actor) };
  }

  /** A program year with its measures and the whole history of its rules. */
  async open(actor: Actor, id: string): Promise<ProgramPage> {
    const program = await this.get(actor.organizationId, id);
    const measures = await this.programs.measures(actor.organizationId, id);
    const rules = await this.programs.history(actor.organizationId, id);
    const services = await this.parts.services(id);
    const eligibility = await this.parts.eligibility(id);
    const milestones = await this.parts.milestones(id);
    const endReasons = await this.parts.endReasons(id);
    return {
      ...toProgramView(program),
      services: services.map(toServiceView), eligibility: eligibility.map(toEligibilityRuleView), milestones: milestones.map(toMilestoneView), endReasons: endReasons.map(toEndReasonView),
      measures: measures.map(toMeasureView), rules: rules.map(toRuleView), ruleKinds, mayChange: mayChangeRules(actor, id),
    };
  }

  /** Lets a rule hold from a day on: a new dated row; what held until then is superseded, never edited. */
  async changeRule(actor: Actor, id: string, body: ChangeRule): Promise<ProgramPage> {
    await this.get(actor.organizationId, id);
    if (!mayChangeRules(actor, id)) throw common.NOT_ALLOWED();
    const change = datedRule(body);
    await ledgerLock(this.tx);
    const known = await this.programs.lockKnown(actor.organizationId, id, change.key);
    if (saysTheSame(known, change)) throw programProblems.PROGRAM_RULE_SAME();
    const { supersede, write } = ruleChange(known, change);
    await this.programs.change(actor.organizationId, id, supersede, write, actor.userId);
    await this.audit.record({ action: 'program.rule_changed', recordType: 'program', recordId: id, fields: [change.key], reason: change.source.slice(0, 200) });
    return this.open(actor, id);
  }

  /** A program of the open transaction's organization. */
  async get(organizationId: string, id: string): Promise<ListedProgram> {
    const program = await this.programs.find(organizationId, id);
    if (!program) throw common.NOT_FOUND();
    return program;
  }

  /** The rules that held on a day, as they were known at a moment: what a report of that moment used. */
  rulesAsOf(programId: string, onDate: string, recordedAsOf: Date): Promise<ProgramRule[]> {
    return this.programs.rulesAsOf(this.tx.scope.organizationId, programId, onDate, recordedAsOf);
  }

  /** The measures that held on a day, as they were known at a moment. */
  measuresAsOf(programId: string, onDate: string, recordedAsOf: Date): Promise<ProgramMeasure[]> {
    return this.programs.measures(this.tx.scope.organizationId, programId, onDate, recordedAsOf);
  }
}

function datedRule(body: ChangeRule): DatedRule {
  const effectiveTo = body.effectiveTo ?? null;
  if (effectiveTo !== null && effectiveTo <= body.effectiveFrom) throw invalid('effectiveTo', 'The end must be after the first day.');
  const wrong = valueProblem(body.key, body.value);
  if (wrong) throw invalid('value', wrong);
  return { key: body.key, value: body.value, effectiveFrom: body.effectiveFrom, effectiveTo, source: body.source.trim(), note: body.note?.trim() ?? '' };
}
