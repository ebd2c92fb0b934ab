/** The closed list of what is written to the audit chain. A feature adds its own lines here. */
export const auditActions = [
  'account.signed_in', 'account.sign_in_failed', 'account.signed_out', 'account.signed_out_everywhere',
  'account.password_reset_asked', 'account.password_changed', 'account.invitation_accepted',
  'user.listed', 'user.invited', 'user.changed', 'user.disabled', 'user.enabled', 'role.granted', 'role.ended',
  'organization.created', 'demo.loaded',
  'site.created', 'site.changed', 'building.created', 'building.changed', 'room.created', 'room.changed', 'bed.created', 'bed.changed', 'capacity.set', 'site.address_opened',
  'person.searched', 'person.opened', 'person.listed', 'person.created', 'person.changed', 'person.revealed', 'party.opened', 'party.created', 'party.changed',
  'contact_point.recorded', 'contact_point.ended', 'protection_review.raised', 'protection_review.decided',
  'consent.recorded', 'consent.withdrawn', 'consent.listed', 'consent.signature_opened', 'consent_text.approved', 'consent_recipient.created', 'consent_recipient.changed',
  'disclosure.recorded', 'disclosure.listed',
  'program.installed', 'program.rule_changed',
  'arrival.recorded', 'arrival.changed', 'manifest.uploaded', 'manifest.mapped', 'manifest.rows_opened', 'manifest.row_changed', 'manifest.admitted', 'manifest.exported', 'manifest.destroyed',
  'intake_draft.saved', 'intake_draft.opened', 'intake_draft.discarded', 'intake.completed',
  'board.opened', 'stay.listed', 'stay.booked', 'stay.arrived', 'stay.extended', 'stay.moved', 'stay.departed', 'stay.no_show', 'stay.cancelled', 'stay.left', 'stay.returned', 'stay.corrected',
  'bed.held', 'bed.hold_released', 'bed.closed', 'bed.reopened', 'headcount.taken', 'roster.opened',
  'service.logged', 'service.reversed', 'service.listed', 'service.exported', 'service_kind.created', 'service_kind.changed',
  'trip.opened', 'trip.created', 'trip.changed', 'trip.departed', 'trip.cancelled', 'departures.opened',
  'case.opened', 'case.created', 'case.listed', 'case.team_changed', 'case.handed_over', 'case.sealed', 'case.unsealed', 'case.compartment_given', 'case.compartment_ended', 'case.changed',
  'case.closing_asked', 'case.closing_opened', 'case.closing_withdrawn', 'case.closed', 'case.reopened', 'case.follow_up_recorded', 'case.follow_up_listed', 'case.history_opened', 'caseload.listed',
  'case.approval_asked', 'case.approval_withdrawn', 'case.approved', 'case.returned',
  'plan.opened', 'plan.history_opened', 'plan.copied', 'plan.started', 'plan.goal_added', 'plan.goal_changed', 'plan.step_added', 'plan.step_changed', 'plan.review_held', 'plan.signed', 'plan.finished',
  'milestone.opened', 'milestone.recorded', 'livelihood.opened', 'livelihood.recorded', 'sufficiency.frozen', 'cohort.opened', 'cohort.rows_opened',
  'case_file.listed', 'case_file.added', 'case_file.changed', 'case_file.opened', 'case_file.removed',
  'report.requested', 'report.finished', 'report.failed', 'report.cancelled', 'report.opened', 'report.rows_opened', 'report.downloaded',
  'case_note.listed', 'case_note.drafted', 'case_note.signed', 'case_note.corrected', 'case_note.discarded', 'case_note.cosign_asked', 'case_note.cosigned', 'case_note.time_recorded', 'case_note.time_undone',
] as const;

export type AuditAction = (typeof auditActions)[number];
