import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Passwords } from '../auth/passwords';
import { ConsentRecipients } from '../consents/consent-recipients.service';
import { ConsentTextReviews } from '../consents/consent-text-reviews.service';
import { Organizations } from '../organizations/organizations.service';
import { Instruments } from '../assessments/instruments.service';
import { CaseCloseReasons } from '../cases/case-close-reasons.service';
import { addDays, Clock, localDate } from '../platform/clock/clock';
import { CONFIG, type Config } from '../platform/config/config';
import { Tx } from '../platform/database/tx';
import { Sealing } from '../platform/sealing/sealing.service';
import { programPacks } from '../programs/delivered-packs';
import { ProgramPacks } from '../programs/program-packs';
import { ServiceCatalogue } from '../services/service-catalogue';
import { DEMO_PASSWORD } from './demo-accounts';
import { familiesOf, type DemoFamily } from './cases/case-stories';
import type { DemoNetwork, DemoOrganization, Scale } from './demo.model';
import { Random } from './random';
import { generateNetwork } from './generate-network';
import { loadNetwork } from './load/load-network';
import { refuseUnlessDemo, removeDemo } from './remove-demo';
import { writeDemoManifests } from './write-manifests';

/** What is loaded, and where it is told. */
export interface DemoOptions {
  scale: Scale;
  /** The same seed gives the same people. */
  seed?: number;
  print(line: string): void;
  /** Puts new demo organizations in the place of those that are there. It needs the database's owner (DATABASE_OWNER_URL). */
  again?: boolean;
}

/** How many families each organization offered a program in a year. */
const FAMILIES: Record<Scale, number> = { small: 44, year: 130, network: 400 };

/** The days of a program that ended which the small history shows, so that there is a quarter to report on. */
const DAYS_IN_PROGRAM = 30;

/** The made-up volunteers who read the texts for consent in their language. */
const SECOND_SPEAKERS = [{ language: 'es', name: 'Lucía Armenta' }, { language: 'pt', name: 'Rosa Tavares' }] as const;

/** The made-up offices to whom something may be told with consent. */
const OFFICES = [
  { name: 'Border Legal Aid Project', kind: 'legal' },
  { name: 'Clínica San Lucas', kind: 'health' },
  { name: 'Puentes Job Center', kind: 'partner' },
  { name: 'National Board of the pilot program', kind: 'funder' },
  { name: 'University study of the pilot program', kind: 'evaluator' },
] as const;

/** The zone of the site whose buses the demo brings. */
const FIRST_ZONE = 'America/Denver';

/**
 * Loads the made-up network up to this moment: two organizations with their houses, people, stays, trips and ledger, and bus
 * manifests to try the upload with.
 * @throws Error when the database holds organizations that are no demo, or a demo already and `again` was not said.
 */
export async function loadDemo(app: INestApplicationContext, { scale, seed = 1, print, again = false }: DemoOptions): Promise<void> {
  const from = <T>(service: Type<T>): T => app.get(service, { strict: false });
  const config = app.get<Config>(CONFIG, { strict: false });
  const tx = from(Tx);
  const audit = from(Audit);
  const organizations = from(Organizations);
  const packs = from(ProgramPacks);
  const catalogue = from(ServiceCatalogue);
  const texts = from(ConsentTextReviews);
  const recipients = from(ConsentRecipients);
  const instruments = from(Instruments);
  const closeReasons = from(CaseCloseReasons);
  const present = await refuseUnlessDemo(app, again);
  if (present.length > 0) await removeDemo(config.DATABASE_OWNER_URL, present);

  const now = from(Clock).now();
  const network = demoNetwork(scale, seed, now);
  print(`Making up a reception network (${scale}) …`);
  await loadNetwork(tx, from(Sealing), network, {
    passwordHash: await from(Passwords).hash(DEMO_PASSWORD),
    found: ({ id, name, code, language }) => organizations.create({ id, name, code, defaultLanguage: language, isDemo: true }),
    furnish: async (scope) => {
      await packs.install(scope);
      for (const { language, name } of SECOND_SPEAKERS) await texts.write(language, name);
      for (const office of OFFICES) await recipients.create(office);
      await instruments.install(scope);
      await closeReasons.install(scope);
      return catalogue.install(scope);
    },
    familiesOf: (organization) => demoFamilies(organization, scale, seed, now),
    audit: ({ id }, wrote) => audit.record({ action: 'demo.loaded', recordType: 'organization', recordId: id, fields: [wrote] }),
    print,
  });
  const folder = join(config.DATA_DIRECTORY, 'demo-manifests');
  const files = await writeDemoManifests(network, localDate(now, FIRST_ZONE), seed, folder);
  print(`Bus manifests to upload: ${files.join(', ')} in ${folder}`);
}

/** The network as it is loaded at a moment. */
export function demoNetwork(scale: Scale, seed: number, now: Date): DemoNetwork {
  return generateNetwork({ scale, seed, today: localDate(now, FIRST_ZONE), now, reachBackTo: addDays(lastDayOfPrograms(), -DAYS_IN_PROGRAM) });
}

/** The families that an organization works with. Today is not over, so their stories end yesterday. */
export function demoFamilies(organization: DemoOrganization, scale: Scale, seed: number, now: Date): { families: DemoFamily[]; until: string } {
  const until = addDays(localDate(now, FIRST_ZONE), -1);
  return { families: familiesOf(organization, FAMILIES[scale], until, new Random(`${scale}/${seed}/${organization.code}/families`)), until };
}

function lastDayOfPrograms(): string {
  return programPacks.filter(({ measures }) => measures.length > 0).map(({ endsOn }) => endsOn).sort().at(-1) ?? '';
}
