import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { Tx } from '../platform/database/tx';
import { common } from '../platform/errors/problem';
import { Bed } from './bed.entity';
import { Building } from './building.entity';
import { Room } from './room.entity';
import type { ChangeBed, ChangeBuilding, ChangeRoom, CreateBeds, CreateBuilding, CreateRoom } from './sites.dto';
import { sitesPolicy } from './sites.policy';
import { SitesRepository } from './sites.repository';
import type { BedsMade, BedView } from './sites.views.dto';

/** Building up and changing what stands at a site. Nothing is deleted: nights were spent there. */
@Injectable()
export class PremisesService {
  constructor(
    private readonly tx: Tx,
    private readonly sites: SitesRepository,
    private readonly audit: Audit,
  ) {}

  /** Adds a building. */
  async addBuilding(actor: Actor, siteId: string, body: CreateBuilding): Promise<Building> {
    sitesPolicy.mayManage(actor, siteId);
    const building = await this.tx.em.save(this.tx.em.create(Building, { ...body, organizationId: actor.organizationId, siteId }));
    await this.audit.record({ action: 'building.created', recordType: 'building', recordId: building.id, siteId });
    return building;
  }

  /** Renames or reorders a building. */
  async changeBuilding(actor: Actor, id: string, body: ChangeBuilding): Promise<void> {
    const siteId = await this.managedSiteOf(actor, 'building', id);
    await this.update(Building, actor, id, body);
    await this.audit.record({ action: 'building.changed', recordType: 'building', recordId: id, siteId, fields: Object.keys(body) });
  }

  /** Adds a room to a building of the site. */
  async addRoom(actor: Actor, siteId: string, body: CreateRoom): Promise<Room> {
    sitesPolicy.mayManage(actor, siteId);
    if ((await this.sites.siteOf(actor.organizationId, 'building', body.buildingId)) !== siteId) throw common.NOT_FOUND();
    const room = await this.tx.em.save(this.tx.em.create(Room, { ...body, organizationId: actor.organizationId, siteId }));
    await this.audit.record({ action: 'room.created', recordType: 'room', recordId: room.id, siteId });
    return room;
  }

  /** Changes a room. */
  async changeRoom(actor: Actor, id: string, body: ChangeRoom): Promise<void> {
    const siteId = await this.managedSiteOf(actor, 'room', id);
    await this.update(Room, actor, id, body);
    await this.audit.record({ action: 'room.changed', recordType: 'room', recordId: id, siteId, fields: Object.keys(body) });
  }

  /**
   * Brings beds into service in a room: all of them or none.
   * @throws BED_LABEL_TAKEN
   */
  async addBeds(actor: Actor, siteId: string, body: CreateBeds): Promise<BedsMade> {
    sitesPolicy.mayManage(actor, siteId);
    if ((await this.sites.siteOf(actor.organizationId, 'room', body.roomId)) !== siteId) throw common.NOT_FOUND();
    const { roomId, inServiceFrom } = body;
    const before = await this.tx.em.countBy(Bed, { organizationId: actor.organizationId, roomId });
    const beds = await this.tx.em.save(
      body.beds.map((bed, index) =>
        this.tx.em.create(Bed, { ...bed, characteristics: bed.characteristics ?? [], organizationId: actor.organizationId, siteId, roomId, inServiceFrom, position: before + index }),
      ),
    );
    await this.audit.recordMany(beds.map((bed) => ({ action: 'bed.created', recordType: 'bed', recordId: bed.id, siteId }) as const));
    return { items: beds.map(toBedView) };
  }

  /**
   * Changes a bed, or takes it out of service. A bed in which somebody is expected to lie stays in service.
   * @throws BED_LABEL_TAKEN, BED_SERVICE_DATES, BED_IN_USE
   */
  async changeBed(actor: Actor, id: string, body: ChangeBed): Promise<BedView> {
    const siteId = await this.managedSiteOf(actor, 'bed', id);
    await this.update(Bed, actor, id, body);
    await this.audit.record({ action: 'bed.changed', recordType: 'bed', recordId: id, siteId, fields: Object.keys(body) });
    return toBedView(await this.tx.em.findOneByOrFail(Bed, { organizationId: actor.organizationId, id }));
  }

  private async managedSiteOf(actor: Actor, kind: 'building' | 'room' | 'bed', id: string): Promise<string> {
    const siteId = await this.sites.siteOf(actor.organizationId, kind, id);
    if (!siteId) throw common.NOT_FOUND();
    sitesPolicy.mayManage(actor, siteId);
    return siteId;
  }

  private async update(entity: typeof Bed | typeof Room | typeof Building, actor: Actor, id: string, body: object): Promise<void> {
    if (Object.keys(body).length > 0) await this.tx.em.update(entity, { organizationId: actor.organizationId, id }, body);
  }
}

function toBedView(bed: Bed): BedView {
  const { id, roomId, label, kind, characteristics, inServiceFrom, inServiceUntil } = bed;
  return { id, roomId, label, kind, characteristics, inServiceFrom, inServiceUntil: inServiceUntil ?? null };
}
