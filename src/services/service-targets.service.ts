import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { fullName, PeopleService } from '../people/people.service';
import { Clock } from '../platform/clock/clock';
import { SiteDirectory } from '../sites/site-directory';
import { Occupants, type Occupant } from '../stays/occupants.repository';
import type { ServedGroupView, ServiceTargetsQuery, ServiceTargetsView } from './service-targets.dto';
import { ServiceTargets, type Named } from './service-targets.repository';
import { servicesPolicy } from './services.policy';

/** Who is there to be served. */
@Injectable()
export class ServiceTargetsService {
  constructor(
    private readonly targets: ServiceTargets,
    private readonly occupants: Occupants,
    private readonly sites: SiteDirectory,
    private readonly people: PeopleService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** The people, parties and rooms of the house on a day, and the colleagues of the site. */
  async list(actor: Actor, query: ServiceTargetsQuery): Promise<ServiceTargetsView> {
    const { organizationId } = actor;
    const { id: siteId, timeZone } = await this.sites.siteFor(actor, 'services.log', query.siteId);
    const on = query.on ?? this.clock.today(timeZone);
    const here = await this.occupants.inHouse({ siteId, on });
    const names = await this.names(actor, siteId, here);
    const codes = await this.targets.partyCodes(organizationId, [...new Set(here.map(({ partyId }) => partyId))]);
    const rooms = await this.targets.roomNames(organizationId, [...new Set(here.flatMap(({ roomId }) => roomId ?? []))]);
    return {
      on,
      people: here.map(({ personId, partyId, roomId }) => ({ id: personId, name: names.get(personId) ?? null, partyId, roomId })),
      parties: counted(codes, here.map(({ partyId }) => partyId)),
      rooms: counted(rooms, here.map(({ roomId }) => roomId)),
      colleagues: await this.targets.colleagues(organizationId, siteId, on),
    };
  }

  private async names(actor: Actor, siteId: string, here: readonly Occupant[]): Promise<Map<string, string>> {
    if (here.length === 0 || !servicesPolicy.seesNames(actor, siteId)) return new Map();
    const opened = await this.people.openPersons(here.map(({ personId }) => personId));
    await this.audit.record({ action: 'service.listed', recordType: 'site', recordId: siteId, siteId, fields: ['names'] });
    return new Map([...opened].map(([id, { identity }]) => [id, fullName(identity)]));
  }
}

function counted(named: readonly Named[], ids: readonly (string | null)[]): ServedGroupView[] {
  const people = new Map<string | null, number>();
  for (const id of ids) people.set(id, (people.get(id) ?? 0) + 1);
  return named.map(({ id, name }) => ({ id, name, people: people.get(id) ?? 0 }));
}
