import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read, type RequestBody } from '../../api/client';
import type { components } from '../../api/schema';

/** A program that was offered to a person, and where they stand with it. */
export type Enrollment = components['schemas']['EnrollmentView'];
export type EnrollmentState = Enrollment['state'];
export type Basis = Enrollment['basis'][number];
export type ReferralSource = Enrollment['referredBy'];

/** Offers of a person, a party or a case. */
export type Enrollments = components['schemas']['EnrollmentList'];

/** What one rule said. */
export type RuleSays = components['schemas']['RuleSaysView'];

/** What the rules of a program say to a person. */
export type PersonEligibility = components['schemas']['PersonEligibilityView'];
export type Answer = PersonEligibility['says'];

/** A text of a program in both languages. */
export type Labels = components['schemas']['ProgramLabels'];

/** Whom programs could be offered to. */
export type EligibilityQuestion = RequestBody<'/api/enrollments/eligibility', 'post'>;

/** A program that is offered. */
export type Offer = RequestBody<'/api/enrollments', 'post'>;

/** The next step with somebody. */
export type Move = RequestBody<'/api/enrollments/{id}/moves', 'post'>;

/** Somebody who can be offered a program. */
export interface Candidate {
  personId: string;
  name: string;
}

const PAGE = 50;

/** What a person was offered. */
export function enrollmentsOfPerson(id: string) {
  return queryOptions({ queryKey: ['enrollments', 'person', id], queryFn: () => read(api.GET('/api/people/{id}/enrollments', { params: { path: { id } } })) });
}

/** What everybody of a party was offered. */
export function enrollmentsOfParty(id: string) {
  return queryOptions({ queryKey: ['enrollments', 'party', id], queryFn: () => read(api.GET('/api/parties/{id}/enrollments', { params: { path: { id } } })) });
}

/** The programs that a case is about. */
export function enrollmentsOfCase(id: string) {
  return queryOptions({ queryKey: ['enrollments', 'case', id], queryFn: () => read(api.GET('/api/cases/{id}/enrollments', { params: { path: { id } } })) });
}

/** The offers of a site, the newest first. */
export function enrollmentsOfSite(siteId: string, state: EnrollmentState | undefined) {
  return infiniteQueryOptions({
    queryKey: ['enrollments', 'site', siteId, state],
    queryFn: ({ pageParam }) => read(api.GET('/api/enrollments', { params: { query: { siteId, state, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** The name of a person, and the party they are in. */
export function candidate(id: string) {
  return queryOptions({
    queryKey: ['enrollments', 'candidates', 'person', id],
    queryFn: async () => {
      const { givenNames, familyNames, parties } = await read(api.GET('/api/people/{id}', { params: { path: { id } } }));
      const name = [givenNames, familyNames].filter(Boolean).join(' ');
      return { name, partyId: parties.find(({ leftOn }) => leftOn === null)?.partyId ?? null, people: [{ personId: id, name }] satisfies Candidate[] };
    },
  });
}

/** The people of a party, and what the party is called. */
export function candidatesOfParty(id: string) {
  return queryOptions({
    queryKey: ['enrollments', 'candidates', 'party', id],
    queryFn: async () => {
      const { code, members } = await read(api.GET('/api/parties/{id}', { params: { path: { id } } }));
      return { code, people: members.filter(({ leftOn }) => leftOn === null).map(({ personId, name }): Candidate => ({ personId, name })) };
    },
  });
}

/** What the rules of every program on offer say to people. */
export function eligibility(question: EligibilityQuestion) {
  return queryOptions({
    queryKey: ['enrollments', 'eligibility', question],
    queryFn: () => read(api.POST('/api/enrollments/eligibility', { body: question })),
    enabled: question.people.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Why people say no to a program, or stop. */
export function endReasons(programId: string) {
  return queryOptions({
    queryKey: ['enrollments', 'reasons', programId],
    queryFn: async () => (await read(api.GET('/api/programs/{id}', { params: { path: { id: programId } } }))).endReasons,
  });
}

/** Offers a program. */
export function offerProgram(offer: Offer): Promise<Enrollments> {
  return read(api.POST('/api/enrollments', { body: offer }));
}

/** Takes the next step with somebody. */
export function moveEnrollment(id: string, move: Move): Promise<Enrollment> {
  return read(api.POST('/api/enrollments/{id}/moves', { params: { path: { id } }, body: move }));
}
