/** The closed list of roles. A grant gives one of them for a scope (organization, site, program or case) and a time. */
export const roles = [
  'coordinator', 'intake_worker', 'caseworker', 'supervisor', 'program_director', 'grant_administrator', 'organization_administrator', 'auditor',
] as const;
export type Role = (typeof roles)[number];

const readsOfAHouse = ['today.read', 'arrivals.read', 'stays.read', 'people.read', 'services.read', 'travel.read', 'programs.read', 'catalogue.read'] as const;
const workAtTheDoor = ['arrivals.record', 'manifests.work', 'intake.work', 'people.record', 'contacts.record', 'consents.record', 'services.log'] as const;

const caseWork = ['enrollments.read', 'enrollments.offer', 'cases.read', 'cases.work'] as const;
/** Dates, appointments and the reminders of them: recorded at the door as well as in a case. */
const dates = ['deadlines.read', 'deadlines.record', 'appointments.read', 'appointments.record', 'calendar.read'] as const;
const remindersAtWork = ['reminders.read', 'reminders.change', 'messages.answer'] as const;
const supervision = [
  ...readsOfAHouse, ...caseWork, ...dates, ...remindersAtWork, 'cases.supervise', 'people.record', 'contacts.record', 'consents.record', 'people.reveal',
  'people.merge', 'protection.decide', 'services.log', 'services.reverse', 'travel.record',
] as const;

/** What each role may do inside the scope of its grant. Deny by default: an action that is not here is not allowed. */
export const permissions = {
  coordinator: [
    ...readsOfAHouse, ...workAtTheDoor, ...dates, ...remindersAtWork, 'people.reveal', 'people.merge', 'protection.decide', 'stays.book', 'stays.correct', 'beds.close',
    'headcount.take', 'services.reverse', 'travel.record', 'settings.read', 'sites.manage', 'enrollments.read', 'enrollments.offer',
  ],
  intake_worker: [...readsOfAHouse, ...workAtTheDoor, ...dates, 'stays.book', 'travel.record'],
  caseworker: [
    ...readsOfAHouse, ...caseWork, ...dates, ...remindersAtWork, 'people.record', 'contacts.record', 'consents.record', 'people.reveal', 'services.log', 'travel.record',
  ],
  supervisor: supervision,
  /** A supervisor who may also approve what she wrote herself, as the only one of a small house has to. */
  program_director: [...supervision, 'cases.approve_own', 'deadline_rules.manage'],
  grant_administrator: ['services.read', 'services.export', 'catalogue.read', 'programs.read', 'programs.manage', 'reports.read', 'reports.run', 'settings.read'],
  organization_administrator: [
    'settings.read', 'sites.manage', 'users.read', 'users.manage', 'catalogue.read', 'catalogue.manage', 'programs.read', 'programs.manage', 'reports.read', 'instruments.manage',
    'deadline_rules.manage', 'messages.manage',
  ],
  auditor: ['audit.read', 'reports.read', 'users.read', 'programs.read'],
} as const satisfies Record<Role, readonly string[]>;

/** Everything anybody may be allowed to do. */
export type Action = (typeof permissions)[Role][number];

/** Whether a text is one of the roles. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
