import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { common } from '../platform/errors/problem';
import { GoalsRepository } from './goals.repository';
import { SIGNATURE_PLACE } from './plan-content';
import { type PlanAtHand, PlanDesk } from './plan-desk';
import { PlanReader, toSignatureLine } from './plan-reader.service';
import { PlanReviews } from './plan-reviews.service';
import { PlanVault } from './plan-vault';
import type { SignPlan } from './plans.dto';
import { planProblems } from './plans.errors';
import type { PlanView, SignatureView } from './plans.views.dto';
import { PlansRepository } from './plans.repository';
import { SigningRecord } from './signing-record';

const PNG = 'data:image/png;base64,';
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Signatures: the participant agrees to the plan as it was read. The first one makes a draft the plan. */
@Injectable()
export class PlanSigning {
  constructor(
    private readonly desk: PlanDesk,
    private readonly plans: PlansRepository,
    private readonly goals: GoalsRepository,
    private readonly vault: PlanVault,
    private readonly reader: PlanReader,
    private readonly reviews: PlanReviews,
    private readonly record: SigningRecord,
  ) {}

  /** A participant signs. Refused when what was agreed is no longer what was read to them. */
  async sign(actor: Actor, planId: string, body: SignPlan): Promise<PlanView> {
    const at = await this.desk.toChange(actor, 'plan', planId);
    await this.refuse(actor, at, body);
    await this.desk.requireMember(at.plan.caseId, body.personId);
    const key = await this.vault.keyOf(at.plan.caseId);
    const id = randomUUID();
    const image = body.how === 'on_screen' ? pictureOf(body.image) : null;
    await this.plans.sign({
      id, organizationId: actor.organizationId, caseId: at.plan.caseId, planId, planVersion: body.version, personId: body.personId, how: body.how,
      imageSealed: image && key.sealBytes(SIGNATURE_PLACE, id, image), signedOn: body.signedOn, language: body.language, interpreter: body.interpreter ?? null,
      recordedBy: actor.userId, recordedAt: this.record.now(),
    });
    if (at.plan.state === 'draft') {
      await this.plans.activate(actor.organizationId, planId, body.signedOn);
      await this.reviews.planFirst(actor, at.plan, body.signedOn);
    }
    await this.record.signed(id, at);
    const { plan } = await this.desk.toRead(actor, 'plan', planId);
    return this.reader.view(actor, { ...at, plan });
  }

  /** A signature, and the plan as it was signed. */
  async open(actor: Actor, signatureId: string): Promise<SignatureView> {
    const at = await this.desk.toRead(actor, 'signature', signatureId);
    const row = await this.plans.signature(actor.organizationId, signatureId);
    if (!row) throw common.NOT_FOUND();
    const key = await this.vault.keyOf(at.plan.caseId);
    const goals = await this.goals.asOf(actor.organizationId, at.plan.id, row.planVersion);
    await this.record.opened(signatureId, at);
    return { ...toSignatureLine(row), hasPicture: row.imageSealed !== null, goals: this.reader.thenViews(key, goals) };
  }

  /** The picture of a signature that was given on the screen. */
  async picture(actor: Actor, signatureId: string): Promise<Buffer> {
    const at = await this.desk.toRead(actor, 'signature', signatureId);
    const row = await this.plans.signature(actor.organizationId, signatureId);
    if (!row?.imageSealed) throw common.NOT_FOUND();
    await this.record.opened(signatureId, at);
    return (await this.vault.keyOf(at.plan.caseId)).openBytes(SIGNATURE_PLACE, row.id, row.imageSealed);
  }

  private async refuse(actor: Actor, { plan, found, today }: PlanAtHand, { version, signedOn }: SignPlan): Promise<void> {
    if ((await this.goals.ofPlan(actor.organizationId, plan.id)).length === 0) throw planProblems.PLAN_EMPTY();
    if (version < plan.wordingVersion || version > plan.version) throw planProblems.PLAN_CHANGED_SINCE_READ({ version: plan.version });
    if (signedOn > today) throw planProblems.PLAN_SIGNED_LATER({}, [{ field: 'signedOn', message: 'This day is still to come.' }]);
    if (signedOn < found.openedOn) throw planProblems.PLAN_SIGNED_BEFORE_CASE({}, [{ field: 'signedOn', message: 'The case was not open on this day.' }]);
  }
}

function pictureOf(image: string | null | undefined): Buffer {
  const bytes = Buffer.from((image ?? '').slice(PNG.length), 'base64');
  if (!bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) throw planProblems.PLAN_SIGNATURE_MISSING({}, [{ field: 'image', message: 'There is no signature here.' }]);
  return bytes;
}
