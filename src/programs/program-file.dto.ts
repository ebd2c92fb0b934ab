import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import { milestoneSubjects, type MilestoneSubject } from './program-milestone.entity';
import type { ProgramPack } from './program-pack';
import { ProgramLabels } from './program-parts.dto';
import { RuleKindView } from './programs.dto';
import { ruleUnits, type RuleValue } from './rule-keys';

/** A program as a file says it. */
export class ProgramFile {
  /** The content of the file: code, name, days, source, services, eligibility, milestones, measures and rules. */
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: true })
  pack: Record<string, unknown>;
}

/** Something that a file says, by its name. */
export class FileLine {
  key: string;
  labels: ProgramLabels;
}

/** A service of a file. */
export class FileService extends FileLine {
  core: boolean;
}

/** A rule of eligibility of a file. */
export class FileEligibilityRule extends FileLine {
  oneOf: string | null;
  source: string;
}

/** A milestone of a file. */
export class FileMilestone extends FileLine {
  @ApiProperty({ enum: milestoneSubjects })
  appliesTo: MilestoneSubject;
}

/** A rule of a file. */
export class FileRule extends RuleKindView {
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string' }], nullable: true })
  value: RuleValue;
  source: string;
}

/** What a file contains, before it is added. */
export class ProgramFilePreview {
  code: string;
  family: string;
  name: string;
  startsOn: string;
  endsOn: string;
  source: string;
  services: FileService[];
  eligibility: FileEligibilityRule[];
  milestones: FileMilestone[];
  measures: FileLine[];
  rules: FileRule[];
  /** Whether the organization has a program of this code already. */
  isThere: boolean;
}

/** What a pack contains, as it is shown before it is added. */
export function toFilePreview(pack: ProgramPack, isThere: boolean): ProgramFilePreview {
  const { code, family, name, startsOn, endsOn, source } = pack;
  return {
    code, family, name, startsOn, endsOn, source, isThere,
    services: pack.services.map(({ key, labels, core }) => ({ key, labels, core })),
    eligibility: pack.eligibility.map((rule) => ({ key: rule.key, labels: rule.labels, oneOf: rule.oneOf ?? null, source: rule.source ?? source })),
    milestones: pack.milestones.map(({ key, labels, appliesTo }) => ({ key, labels, appliesTo })),
    measures: pack.measures.map(({ key, labels }) => ({ key, labels })),
    rules: pack.rules.map((rule) => ({ key: rule.key, unit: ruleUnits[rule.key], value: rule.value, source: rule.source })),
  };
}
