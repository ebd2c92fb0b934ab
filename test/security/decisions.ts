import type { Role } from '../../src/auth/permissions';
import type { RecordKind } from './records';
import { samples, type Sample } from './samples';

/**
 * Who may do what: the decision, written out in full and on purpose apart from the code. `decisions.spec.ts` tries every route of
 * the running application as everybody and compares. To change who may do something, change it here and in src/auth/permissions.ts.
 */
export const whoMay = {
  'account.own': ['coordinator', 'intake_worker', 'caseworker', 'supervisor', 'grant_administrator', 'organization_administrator', 'auditor'],
  'users.read': ['organization_administrator', 'auditor'],
  'users.manage': ['organization_administrator'],
  'settings.read': ['coordinator', 'grant_administrator', 'organization_administrator'],
  'sites.manage': ['coordinator', 'organization_administrator'],
  'sites.open': ['organization_administrator'],
  'consents.record': ['coordinator', 'intake_worker', 'caseworker', 'supervisor'],
  'intake.work': ['coordinator', 'intake_worker'],
  'today.read': ['coordinator', 'intake_worker', 'caseworker', 'supervisor'],
  'programs.read': ['coordinator', 'intake_worker', 'caseworker', 'supervisor', 'grant_administrator', 'organization_administrator', 'auditor'],
  'programs.manage': ['grant_administrator', 'organization_administrator'],
  'arrivals.read': ['coordinator', 'intake_worker', 'caseworker', 'supervisor'],
  'arrivals.record': ['coordinator', 'intake_worker'],
  'manifests.work': ['coordinator', 'intake_worker'],
  'travel.read': ['coordinator', 'intake_worker', 'caseworker', 'supervisor'],
  'travel.record': ['coordinator', 'intake_worker', 'caseworker', 'supervisor'],
  'people.read': ['coordinator', 'intake_worker', 'caseworker', 'supervisor'],
  'people.record': ['coordinator', 'intake_worker', 'caseworker', 'supervisor'],
  'people.reveal': ['coordinator', 'caseworker', 'supervisor'],
  'contacts.record': ['coordinator', 'intake_worker', 'caseworker', 'supervisor'],
  'protection.decide': ['coordinator', 'supervisor'],
  'services.read': ['coordinator', 'intake_worker', 'caseworker', 'supervisor', 'grant_administrator'],
  'services.log': ['coordinator', 'intake_worker', 'caseworker', 'supervisor'],
  'services.export': ['grant_administrator'],
  'catalogue.read': ['coordinator', 'intake_worker', 'caseworker', 'supervisor', 'grant_administrator', 'organization_administrator'],
  'catalogue.manage': ['organization_administrator'],
  'reports.read': ['grant_administrator', 'organization_administrator', 'auditor'],
  'reports.run': ['grant_administrator'],
} as const satisfies Record<string, readonly Role[]>;

/** An entry of `whoMay`. */
export type Permission = keyof typeof whoMay;

/**
 * What a route reaches beyond the caller's organization:
 * `organization` nothing is named; `query` or `body` a site is named there; otherwise the ids of the path name a record (records.ts).
 */
export type Reach = 'organization' | 'query' | 'body' | RecordKind;

/** Route, who may, what it reaches, and a query or body with which it gets as far as the record (samples.ts). */
export type Decision = readonly [route: string, who: Permission | 'everybody', reach?: Reach, sample?: Sample];

/** One row per route. A route without a row, and a row without a route, fail the build. */
export const decisions: readonly Decision[] = [
  ['GET /health/live', 'everybody'],
  ['GET /health/ready', 'everybody'],
  ['GET /api/openapi.json', 'everybody'],
  ['GET /api/dev/outbox', 'everybody'],
  ['GET /api/demo/sign-ins', 'everybody'],

  ['POST /api/sessions', 'everybody'],
  ['GET /api/sessions', 'account.own'],
  ['GET /api/sessions/current', 'account.own'],
  ['DELETE /api/sessions/current', 'account.own'],
  ['DELETE /api/sessions', 'account.own'],
  ['DELETE /api/sessions/:id', 'account.own', 'own session'],
  ['PATCH /api/account', 'account.own'],
  ['POST /api/account/password', 'account.own'],
  ['POST /api/password-resets', 'everybody'],
  ['POST /api/password-resets/complete', 'everybody'],
  ['POST /api/invitations', 'users.manage', 'body', samples.invitation],
  ['POST /api/invitations/accept', 'everybody'],
  ['GET /api/users', 'users.read'],
  ['GET /api/users/:id', 'users.read', 'user'],
  ['PATCH /api/users/:id', 'users.manage', 'user', { status: 'disabled' }],
  ['POST /api/users/:id/invitations', 'users.manage', 'user'],
  ['POST /api/users/:id/password-resets', 'users.manage', 'user'],
  ['DELETE /api/users/:id/sessions', 'users.manage', 'user'],
  ['POST /api/users/:id/grants', 'users.manage', 'user', samples.grant],
  ['DELETE /api/users/:id/grants/:grantId', 'users.manage', 'user and grant'],

  ['GET /api/sites', 'settings.read'],
  ['POST /api/sites', 'sites.open', 'organization', samples.site],
  ['GET /api/sites/:id', 'settings.read', 'site'],
  ['PATCH /api/sites/:id', 'sites.manage', 'site', {}],
  ['POST /api/sites/:id/buildings', 'sites.manage', 'site', samples.building],
  ['POST /api/sites/:id/rooms', 'sites.manage', 'site', samples.room],
  ['POST /api/sites/:id/beds', 'sites.manage', 'site', samples.beds],
  ['PUT /api/sites/:id/capacities', 'sites.manage', 'site', samples.capacities],
  ['PATCH /api/buildings/:id', 'sites.manage', 'building', {}],
  ['PATCH /api/rooms/:id', 'sites.manage', 'room', {}],
  ['PATCH /api/beds/:id', 'sites.manage', 'bed', {}],

  ['GET /api/today', 'today.read', 'query', samples.siteOnly],

  ['POST /api/people/search', 'people.read', 'body', samples.search],
  ['POST /api/people/matches', 'people.read', 'organization', { givenNames: 'Maricela', familyNames: 'Portillo' }],
  ['POST /api/people', 'people.record', 'body', samples.person],
  ['GET /api/people/:id', 'people.read', 'person'],
  ['GET /api/people/:id/matches', 'people.read', 'person'],
  ['PATCH /api/people/:id', 'people.record', 'person', { version: 1 }],
  ['POST /api/people/:id/reveal', 'people.reveal', 'person', { field: 'birthDate', reason: 'A form of the clinic' }],
  ['POST /api/people/:id/contact-points', 'contacts.record', 'person', samples.contact],
  ['PATCH /api/people/:id/contact-points/:contactPointId', 'contacts.record', 'person and contact point', {}],
  ['DELETE /api/people/:id/contact-points/:contactPointId', 'contacts.record', 'person and contact point'],
  ['GET /api/people/:id/timeline', 'people.read', 'person'],
  ['GET /api/parties/:id/timeline', 'people.read', 'party'],
  ['POST /api/parties', 'people.record', 'body', samples.party],
  ['GET /api/parties/:id', 'people.read', 'party'],
  ['PATCH /api/parties/:id', 'people.record', 'party', { keepTogether: true }],
  ['POST /api/parties/:id/members', 'people.record', 'party', samples.member],
  ['DELETE /api/parties/:id/members/:personId', 'people.record', 'party and member'],
  ['POST /api/parties/:id/split', 'people.record', 'party', samples.split],
  ['GET /api/protection-reviews', 'people.read', 'query', samples.siteOnly],
  ['POST /api/protection-reviews/:id/decide', 'protection.decide', 'protection review', { decision: 'cleared', note: 'The aunt has the papers.' }],

  ['GET /api/consent-texts', 'people.read', 'organization', { language: 'es' }],
  ['GET /api/people/:id/consents', 'people.read', 'person'],
  ['POST /api/people/:id/consents', 'consents.record', 'person', samples.consents],
  ['POST /api/consents/:id/withdraw', 'consents.record', 'consent'],

  ['GET /api/service-kinds', 'catalogue.read'],
  ['POST /api/service-kinds', 'catalogue.manage', 'organization', samples.serviceKind],
  ['PATCH /api/service-kinds/:id', 'catalogue.manage', 'service kind', { position: 1 }],
  ['GET /api/service-targets', 'services.log', 'query', samples.siteOnly],
  ['GET /api/service-batches', 'services.read', 'query', samples.siteOnly],
  ['POST /api/service-batches', 'services.log', 'body', samples.service],
  ['GET /api/service-batches/:id', 'services.read', 'service batch'],
  ['POST /api/service-batches/:id/reverse', 'services.log', 'service batch', { reason: 'entry_mistake' }],
  ['POST /api/service-entries/:id/reverse', 'services.log', 'service entry', { reason: 'entry_mistake' }],
  ['GET /api/service-entries/export.csv', 'services.export'],

  ['GET /api/programs', 'programs.read'],
  ['GET /api/programs/:id', 'programs.read', 'program'],
  ['POST /api/programs/:id/rules', 'programs.manage', 'program', samples.rule],

  ['GET /api/arrivals', 'arrivals.read', 'query', samples.siteOnly],
  ['POST /api/arrivals', 'arrivals.record', 'body', samples.arrival],
  ['POST /api/arrivals/:id/arrived', 'arrivals.record', 'arrival'],
  ['POST /api/arrivals/:id/no-show', 'arrivals.record', 'arrival'],
  ['POST /api/arrivals/:id/cancel', 'arrivals.record', 'arrival'],

  ['GET /api/manifests', 'manifests.work', 'query', samples.siteOnly],
  ['POST /api/manifests', 'manifests.work', 'body', samples.manifest],
  ['GET /api/manifests/:id', 'manifests.work', 'manifest'],
  ['PUT /api/manifests/:id/mapping', 'manifests.work', 'manifest', { columns: [{ column: 1, field: 'full_name' }], headerRows: 1 }],
  ['GET /api/manifests/:id/rows', 'manifests.work', 'manifest', { state: 'ready' }],
  ['PATCH /api/manifests/:id/rows/:number', 'manifests.work', 'manifest and row', { version: 1, setAside: true }],
  ['POST /api/manifests/:id/rows/:number/decision', 'manifests.work', 'manifest and row', { version: 1, decision: 'different' }],
  ['POST /api/manifests/:id/admit', 'manifests.work', 'manifest'],
  ['GET /api/manifests/:id/problems.csv', 'manifests.work', 'manifest'],
  ['GET /api/manifests/:id/progress', 'manifests.work', 'manifest'],

  ['GET /api/intake-drafts', 'intake.work'],
  ['GET /api/intake-drafts/:id', 'intake.work', 'intake draft'],
  ['PUT /api/intake-drafts/:id', 'intake.work', 'body', samples.draft],
  ['DELETE /api/intake-drafts/:id', 'intake.work', 'intake draft'],
  ['POST /api/intakes', 'intake.work', 'body', samples.intake],

  ['GET /api/trips', 'travel.read', 'organization', samples.tripsOfParty],
  ['GET /api/trips/candidates', 'travel.record', 'query', samples.tripCandidates],
  ['POST /api/trips', 'travel.record', 'body', samples.trip],
  ['GET /api/trips/:id', 'travel.read', 'trip'],
  ['PATCH /api/trips/:id', 'travel.record', 'trip', { version: 1 }],
  ['POST /api/trips/:id/depart', 'travel.record', 'trip', { version: 1 }],
  ['POST /api/trips/:id/cancel', 'travel.record', 'trip', { version: 1, reason: 'plans_changed' }],
  ['GET /api/departures', 'travel.read', 'query', samples.siteOnly],
  ['GET /api/departures/waiting', 'travel.read', 'query', samples.siteOnly],

  ['GET /api/report-definitions', 'reports.read'],
  ['POST /api/report-runs', 'reports.run', 'body', samples.report],
  ['GET /api/report-runs', 'reports.read'],
  ['GET /api/report-runs/:id', 'reports.read', 'report run'],
  ['POST /api/report-runs/:id/repeat', 'reports.run', 'report run'],
  ['POST /api/report-runs/:id/cancel', 'reports.run', 'report run'],
  ['GET /api/report-runs/:id/progress', 'reports.read', 'finished report'],
  ['GET /api/report-runs/:id/download', 'reports.read', 'finished report', { format: 'csv' }],
  ['GET /api/report-runs/:id/figures/:key/rows', 'reports.read', 'report figure', { set: 'counted' }],
  ['GET /api/report-runs/:id/changes', 'reports.read', 'finished report'],
  ['GET /api/report-runs/:id/changes/:key/rows', 'reports.read', 'report figure', { what: 'ended', until: '2026-03-01T00:00:00Z' }],
];
