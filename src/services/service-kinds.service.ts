import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { common } from '../platform/errors/problem';
import { toServiceKindView, type ChangeServiceKind, type CreateServiceKind, type ServiceKindList, type ServiceKindView } from './service-kinds.dto';
import { ServiceKindsRepository } from './service-kinds.repository';
import { serviceProblems } from './services.errors';
import { servicesPolicy } from './services.policy';

/** The catalogue: what a house gives, what it counts as, how often it is foreseen. */
@Injectable()
export class ServiceKindsService {
  constructor(
    private readonly kinds: ServiceKindsRepository,
    private readonly audit: Audit,
  ) {}

  /** The whole catalogue in its order. */
  async list(actor: Actor): Promise<ServiceKindList> {
    const all = await this.kinds.all(actor.organizationId);
    return { items: all.map(toServiceKindView), mayChange: servicesPolicy.changesCatalogue(actor) };
  }

  /** Adds a line. Nights are refused: they come from stays. */
  async create(actor: Actor, body: CreateServiceKind): Promise<ServiceKindView> {
    if (!servicesPolicy.changesCatalogue(actor)) throw serviceProblems.SERVICE_KIND_NEEDS_ADMINISTRATOR();
    const { category } = body;
    const unit = body.unit.trim();
    if (category === 'lodging' || ['night', 'nights'].includes(unit.toLowerCase())) throw serviceProblems.SERVICE_KIND_COUNTS_NIGHTS();
    const id = await this.kinds.insert(actor.organizationId, {
      code: body.code,
      category,
      itemType: body.itemType ?? null,
      labels: { en: body.labels.en.trim(), es: body.labels.es.trim() },
      unit,
      subject: body.subject,
      maxPerDay: body.maxPerDay ?? null,
      minIntervalMinutes: body.minIntervalMinutes ?? null,
      quick: body.quick ?? true,
    });
    await this.audit.record({ action: 'service_kind.created', recordType: 'service_kind', recordId: id, fields: Object.keys(body).sort() });
    return this.get(actor, id);
  }

  /** Changes names, limits, order; retires a line or brings it back. */
  async change(actor: Actor, id: string, body: ChangeServiceKind): Promise<ServiceKindView> {
    if (!servicesPolicy.changesCatalogue(actor)) throw serviceProblems.SERVICE_KIND_NEEDS_ADMINISTRATOR();
    const labels = body.labels && { en: body.labels.en.trim(), es: body.labels.es.trim() };
    const found = await this.kinds.change(actor.organizationId, id, { ...body, labels });
    if (!found) throw common.NOT_FOUND();
    await this.audit.record({ action: 'service_kind.changed', recordType: 'service_kind', recordId: id, fields: Object.keys(body).sort() });
    return this.get(actor, id);
  }

  private async get(actor: Actor, id: string): Promise<ServiceKindView> {
    const kind = await this.kinds.find(actor.organizationId, id);
    if (!kind) throw common.NOT_FOUND();
    return toServiceKindView(kind);
  }
}
