import type { Tx, TxScope } from '../../platform/database/tx';
import type { Sealing } from '../../platform/sealing/sealing.service';
import type { DemoFamily } from '../cases/case-stories';
import type { DemoDay, DemoNetwork, DemoOrganization } from '../demo.model';
import { dayBatches } from './day-batches';
import { loadAccounts } from './load-accounts';
import { loadFamilies } from './load-cases';
import { loadContactPoints } from './load-contacts';
import { loadPeople } from './load-people';
import { loadPremises } from './load-premises';
import { loadServices } from './load-services';
import { loadStays } from './load-stays';
import { loadTrips } from './load-trips';

/** What the rooms of the house give an organization before it has a history. */
export interface House {
  /** The hash of the password that every demo sign-in has. */
  passwordHash: string;
  /** Makes the organization, marked as a demo, and answers the scope of its system work. */
  found(organization: DemoOrganization): Promise<TxScope>;
  /** Installs the service catalogue and the programs, in the open transaction; answers the service kinds' ids by code. */
  furnish(scope: TxScope): Promise<ReadonlyMap<string, string>>;
  /** Leaves one audit row for what was written in the open transaction. */
  audit(organization: DemoOrganization, wrote: 'accounts' | 'history' | 'cases'): Promise<void>;
  /** The families that an organization works with, and the last date of their stories. */
  familiesOf(organization: DemoOrganization): { families: DemoFamily[]; until: string };
  /** Tells whoever waits how far it is. */
  print(line: string): void;
}

/** Writes a network, each organization by itself and its history in transactions of some thousand rows, as the application role. */
export async function loadNetwork(tx: Tx, sealing: Sealing, network: DemoNetwork, house: House): Promise<void> {
  for (const organization of network.organizations) {
    const scope = await house.found(organization);
    const kindIds = await tx.run(scope, async () => {
      await loadPremises(tx, sealing, organization);
      await loadAccounts(tx, organization, house.passwordHash);
      await house.audit(organization, 'accounts');
      return house.furnish(scope);
    });
    const total = { stays: 0, entries: 0 };
    for (const rows of dayBatches(organization.days())) {
      await tx.run(scope, async () => {
        await loadDays(tx, sealing, rows, kindIds);
        await house.audit(organization, 'history');
      });
      total.stays += rows.stays.length;
      total.entries += rows.entries.length;
      house.print(`  ${organization.name}: up to ${rows.date}, ${total.stays} stays, ${total.entries} service entries`);
    }
    const { families, until } = house.familiesOf(organization);
    await tx.run(scope, async () => {
      await loadFamilies(tx, sealing, families, until);
      await house.audit(organization, 'cases');
    });
    house.print(`  ${organization.name}: ${families.length} families were offered a program, ${families.filter(({ work }) => work !== null).length} said yes`);
  }
}

async function loadDays(tx: Tx, sealing: Sealing, rows: DemoDay, kindIds: ReadonlyMap<string, string>): Promise<void> {
  await loadPeople(tx, sealing, rows);
  await loadContactPoints(tx, sealing, rows);
  await loadStays(tx, rows);
  await loadTrips(tx, sealing, rows);
  await loadServices(tx, rows, kindIds);
}
