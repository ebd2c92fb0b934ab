/** Where somebody stands with a program that was offered. Saying no and stopping are states like any other: nothing else closes with them. */
export const enrollmentStates = ['referred', 'contacted', 'consented', 'declined', 'assessed', 'active', 'paused', 'exited', 'follow_up'] as const;
export type EnrollmentState = (typeof enrollmentStates)[number];

/** States in which an offer is open or somebody takes part. */
export const liveEnrollments = ['referred', 'contacted', 'consented', 'assessed', 'active', 'paused'] as const satisfies readonly EnrollmentState[];

/** States that say why it ended. */
export const endedEnrollments = ['declined', 'exited', 'follow_up'] as const satisfies readonly EnrollmentState[];

/** What may follow what. Who said no and changes their mind is offered the program again. */
export const enrollmentTransitions = {
  referred: ['contacted', 'consented', 'declined', 'exited'],
  contacted: ['consented', 'declined', 'exited'],
  consented: ['assessed', 'active', 'exited'],
  declined: [],
  assessed: ['active', 'paused', 'exited'],
  active: ['paused', 'exited'],
  paused: ['active', 'exited'],
  exited: ['follow_up', 'active'],
  follow_up: ['active'],
} as const satisfies Record<EnrollmentState, readonly EnrollmentState[]>;

/** Whether one state may follow another. */
export function follows(from: EnrollmentState, to: EnrollmentState): boolean {
  return (enrollmentTransitions[from] as readonly EnrollmentState[]).includes(to);
}

/** Whether a state is before or at consent: whoever offers a program moves these; what comes after is case work. */
export function isBeforeCaseWork(from: EnrollmentState, to: EnrollmentState): boolean {
  return (from === 'referred' || from === 'contacted') && follows(from, to);
}

/** Whether a state says why it ended. */
export function isEnded(state: EnrollmentState): boolean {
  return (endedEnrollments as readonly EnrollmentState[]).includes(state);
}
