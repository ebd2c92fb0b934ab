import type { RecipientKind } from './consent-recipient.entity';

/** What of a person a purpose speaks about. */
export const dataCategories = ['identity', 'contact', 'family', 'travel', 'health', 'legal', 'services', 'image'] as const;
export type DataCategory = (typeof dataCategories)[number];

/** What is known about a purpose. */
export interface PurposeFacts {
  readonly covers: readonly DataCategory[];
  /** Whether it is asked in the first conversation; the others wait until there is a reason. */
  readonly atIntake: boolean;
  /** To whom something is told with it; nobody outside the house where there is none. */
  readonly told?: RecipientKind;
  /** Whether a yes says which recipient: only the house of a journey is known before its name is. */
  readonly named?: boolean;
}

/**
 * What people are asked, one thing at a time (consent is a purpose, not a form). The intake notice is no permission:
 * it records that somebody was told what is written down, and in which words.
 */
export const purposes = {
  intake_notice: { covers: [], atIntake: true },
  share_with_destination: { covers: ['identity', 'contact', 'travel'], atIntake: true, told: 'destination' },
  sms: { covers: ['contact'], atIntake: true },
  anonymous_statistics: { covers: ['services'], atIntake: true },
  case_management: { covers: ['identity', 'contact', 'family', 'services'], atIntake: false },
  share_with_legal: { covers: ['identity', 'contact', 'legal'], atIntake: false, told: 'legal', named: true },
  share_with_health: { covers: ['identity', 'contact', 'health'], atIntake: false, told: 'health', named: true },
  share_with_partner: { covers: ['identity', 'contact', 'services'], atIntake: false, told: 'partner', named: true },
  court_attendance: { covers: ['legal'], atIntake: false },
  funder_reporting: { covers: ['identity', 'services'], atIntake: false, told: 'funder', named: true },
  program_deidentified: { covers: ['services'], atIntake: false, told: 'funder', named: true },
  evaluation: { covers: ['identity', 'contact', 'services'], atIntake: false, told: 'evaluator', named: true },
  email_whatsapp: { covers: ['contact'], atIntake: false },
  photo: { covers: ['image'], atIntake: false },
  interpreter_by_telephone: { covers: ['identity'], atIntake: false },
  follow_up: { covers: ['contact'], atIntake: false },
} as const satisfies Record<string, PurposeFacts>;

export type Purpose = keyof typeof purposes;
export const purposeKeys = Object.keys(purposes) as Purpose[];

/** What is known about a purpose. */
export function factsOf(purpose: Purpose): PurposeFacts {
  return purposes[purpose];
}

/** Whether a text is one of the purposes. */
export function isPurpose(text: string): text is Purpose {
  return text in purposes;
}
