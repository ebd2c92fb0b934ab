import { ApiProperty } from '@nestjs/swagger';
import { answers, type Answer, type EligibilityVerdict } from '../eligibility/eligibility';
import { factsOf, questionsOf, ruleFacts, type RuleFact } from '../eligibility/criterion-facts';
import { bases, type Basis } from '../eligibility/criterion';
import type { ProgramEligibilityRule } from '../program-eligibility-rule.entity';
import { ProgramLabels } from '../program-parts.dto';
import { referralSources, type ReferralSource } from './enrollment.entity';
import { enrollmentStates, type EnrollmentState } from './enrollment.lifecycle';

/** What one rule said, with where it is written and for which days. */
export class RuleSaysView {
  ruleId: string;
  key: string;
  labels: ProgramLabels;
  @ApiProperty({ enum: answers })
  says: Answer;
  /** Rules that share this name are ways in: one of them is enough. */
  oneOf: string | null;
  source: string;
  note: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  /** What has to be known to answer it. */
  @ApiProperty({ enum: ruleFacts, isArray: true })
  facts: RuleFact[];
  /** The questions to put to the person, if it asks any. */
  questions: ProgramLabels[];
}

/** What the rules of a program said on a day. */
export class EligibilityView {
  on: string;
  @ApiProperty({ enum: answers })
  says: Answer;
  rules: RuleSaysView[];
}

/** Whether a program is for somebody, rule by rule. */
export class PersonEligibilityView extends EligibilityView {
  personId: string;
  programId: string;
  programName: string;
}

/** Whether programs are for people, rule by rule. */
export class EligibilityList {
  items: PersonEligibilityView[];
}

/** Why somebody said no or stopped. */
export class EndReasonSaid {
  key: string;
  /** Null when the list of the program does not know it any more. */
  labels: ProgramLabels | null;
}

/** One step that was taken. */
export class EnrollmentEventView {
  id: string;
  @ApiProperty({ enum: enrollmentStates, nullable: true })
  from: EnrollmentState | null;
  @ApiProperty({ enum: enrollmentStates })
  to: EnrollmentState;
  on: string;
  reason: EndReasonSaid | null;
  recordedAt: Date;
  /** The colleague who wrote it down. */
  recordedBy: string | null;
}

/** A program that was offered to a person, and where they stand with it. */
export class EnrollmentView {
  id: string;
  programId: string;
  programName: string;
  siteId: string;
  personId: string;
  /** The person's name, for those who may read people at the site. */
  name: string | null;
  offerId: string;
  /** The case it became part of, for those who may know of cases. */
  caseId: string | null;
  @ApiProperty({ enum: enrollmentStates })
  state: EnrollmentState;
  stateSince: string;
  offeredOn: string;
  @ApiProperty({ enum: referralSources })
  referredBy: ReferralSource;
  @ApiProperty({ enum: bases, isArray: true })
  basis: Basis[];
  endReason: EndReasonSaid | null;
  eligibility: EligibilityView;
  overridden: boolean;
  /** Why it was offered although a rule said no; only on the page of the person, the party or the case. */
  overrideReason: string | null;
  version: number;
  /** The states that the reader may move it to. */
  @ApiProperty({ enum: enrollmentStates, isArray: true })
  moves: EnrollmentState[];
  events: EnrollmentEventView[];
}

/** Offers of a person, a party or a case, the newest first. */
export class EnrollmentList {
  items: EnrollmentView[];
  /** The sites at which the reader may offer programs; null: everywhere. */
  @ApiProperty({ type: [String], nullable: true })
  mayOfferAt: string[] | null;
}

/** A page of the offers of a site. */
export class EnrollmentPage {
  items: EnrollmentView[];
  next: string | null;
}

/** What was said, with the words and sources of the rules that said it. */
export function toEligibilityView({ on, says, rules }: EligibilityVerdict, known: ReadonlyMap<string, ProgramEligibilityRule>): EligibilityView {
  return {
    on,
    says,
    rules: rules.flatMap(({ ruleId, key, oneOf, says: said }) => {
      const rule = known.get(ruleId);
      if (!rule) return [];
      const { labels, source, note, effectiveFrom, effectiveTo, criterion } = rule;
      return [{ ruleId, key, oneOf, says: said, labels: { en: labels.en, es: labels.es }, source, note, effectiveFrom, effectiveTo, facts: factsOf(criterion), questions: questionsOf(criterion) }];
    }),
  };
}
