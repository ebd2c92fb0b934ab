import { Arrival } from './arrivals/arrival.entity';
import { ManifestRow } from './arrivals/manifest-row.entity';
import { IntakeDraft } from './arrivals/intake/intake-draft.entity';
import { Manifest } from './arrivals/manifest.entity';
import { AccountToken } from './auth/account-token.entity';
import { RoleGrant } from './auth/role-grant.entity';
import { Session } from './auth/session.entity';
import { User } from './auth/user.entity';
import { CaseApproval } from './cases/case-approval.entity';
import { CaseCloseReason } from './cases/case-close-reason.entity';
import { CaseClosing } from './cases/case-closing.entity';
import { CaseCompartmentGrant } from './cases/case-compartment-grant.entity';
import { CaseEvent } from './cases/case-event.entity';
import { CaseFollowUp } from './cases/case-follow-up.entity';
import { CaseFile } from './cases/files/case-file.entity';
import { CaseMember } from './cases/case-member.entity';
import { CaseWorker } from './cases/case-worker.entity';
import { Case } from './cases/case.entity';
import { CaseNoteCosignature } from './cases/notes/case-note-cosignature.entity';
import { CaseNotePerson } from './cases/notes/case-note-person.entity';
import { CaseNoteTime } from './cases/notes/case-note-time.entity';
import { CaseNote } from './cases/notes/case-note.entity';
import { Consent } from './consents/consent.entity';
import { ConsentRecipient } from './consents/consent-recipient.entity';
import { ConsentTextReview } from './consents/consent-text-review.entity';
import { Disclosure } from './consents/disclosure.entity';
import { Organization } from './organizations/organization.entity';
import { ContactPoint } from './people/contact-point.entity';
import { PersonMerge } from './people/merges/person-merge.entity';
import { PartyMember } from './people/party-member.entity';
import { Party } from './people/party.entity';
import { Person } from './people/person.entity';
import { ProtectionReview } from './people/protection-review.entity';
import { AssessmentAnswer } from './assessments/assessment-answer.entity';
import { Assessment } from './assessments/assessment.entity';
import { InstrumentVersion } from './assessments/instrument-version.entity';
import { Instrument } from './assessments/instrument.entity';
import { PlanGoalVersion } from './plans/plan-goal-version.entity';
import { PlanGoal } from './plans/plan-goal.entity';
import { PlanReview } from './plans/plan-review.entity';
import { PlanSignature } from './plans/plan-signature.entity';
import { PlanStep } from './plans/plan-step.entity';
import { Plan } from './plans/plan.entity';
import { HouseholdMonth } from './plans/milestones/household-month.entity';
import { MilestoneEvent } from './plans/milestones/milestone-event.entity';
import { SufficiencySnapshot } from './plans/milestones/sufficiency-snapshot.entity';
import { StoredFile } from './platform/files/stored-file.entity';
import { IdempotencyKey } from './platform/http/idempotency-key.entity';
import { Mail } from './platform/mail/mail.entity';
import { DataKey } from './platform/sealing/data-key.entity';
import { EnrollmentEvent } from './programs/enrollments/enrollment-event.entity';
import { Enrollment } from './programs/enrollments/enrollment.entity';
import { OfferedService } from './programs/offered-service.entity';
import { ProgramEligibilityRule } from './programs/program-eligibility-rule.entity';
import { ProgramEndReason } from './programs/program-end-reason.entity';
import { ProgramMeasure } from './programs/program-measure.entity';
import { ProgramMilestone } from './programs/program-milestone.entity';
import { ProgramRule } from './programs/program-rule.entity';
import { Program } from './programs/program.entity';
import { Channel } from './reminders/messages/channel.entity';
import { InboundMessage } from './reminders/messages/inbound-message.entity';
import { MessageEvent } from './reminders/messages/message-event.entity';
import { Message } from './reminders/messages/message.entity';
import { PersonFactChange } from './reports/person-fact-change.entity';
import { ReportRun } from './reports/report-run.entity';
import { ServiceBatch } from './services/service-batch.entity';
import { ServiceEntry } from './services/service-entry.entity';
import { ServiceKind } from './services/service-kind.entity';
import { Bed } from './sites/bed.entity';
import { Building } from './sites/building.entity';
import { Room } from './sites/room.entity';
import { SiteCapacity } from './sites/site-capacity.entity';
import { Site } from './sites/site.entity';
import { BedPeriod } from './stays/bed-period.entity';
import { Headcount } from './stays/headcount.entity';
import { Stay } from './stays/stay.entity';
import { TripTraveller } from './travel/trip-traveller.entity';
import { Trip } from './travel/trip.entity';

/** Every entity class the application maps. Listed by name so that a missing file is a compile error. */
export const entities: (new () => object)[] = [
  DataKey,
  IdempotencyKey,
  StoredFile,
  Mail,
  Organization,
  User,
  RoleGrant,
  Session,
  AccountToken,
  Site,
  SiteCapacity,
  Building,
  Room,
  Bed,
  Person,
  Party,
  PartyMember,
  ProtectionReview,
  ContactPoint,
  PersonMerge,
  Consent,
  ConsentRecipient,
  ConsentTextReview,
  Disclosure,
  Arrival,
  IntakeDraft,
  Manifest,
  ManifestRow,
  Stay,
  BedPeriod,
  Headcount,
  Program,
  ProgramMeasure,
  ProgramRule,
  OfferedService,
  ProgramEligibilityRule,
  ProgramMilestone,
  ProgramEndReason,
  Enrollment,
  EnrollmentEvent,
  ServiceKind,
  ServiceBatch,
  ServiceEntry,
  PersonFactChange,
  ReportRun,
  Trip,
  TripTraveller,
  Case,
  CaseMember,
  CaseWorker,
  CaseCompartmentGrant,
  CaseApproval,
  CaseFile,
  CaseNote,
  CaseNotePerson,
  CaseNoteCosignature,
  CaseNoteTime,
  CaseCloseReason,
  CaseClosing,
  CaseFollowUp,
  CaseEvent,
  Plan,
  PlanGoal,
  PlanGoalVersion,
  PlanStep,
  PlanReview,
  PlanSignature,
  Instrument,
  InstrumentVersion,
  Assessment,
  AssessmentAnswer,
  MilestoneEvent,
  HouseholdMonth,
  SufficiencySnapshot,
  Channel,
  Message,
  MessageEvent,
  InboundMessage,
];
