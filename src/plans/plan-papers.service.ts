import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import type { Actor } from '../auth/actor';
import { CaseAccess } from '../cases/case-access';
import { PeopleService } from '../people/people.service';
import { ProgramsService } from '../programs/programs.service';
import { copyTexts } from './copy-texts';
import { PlanDesk } from './plan-desk';
import type { PlanCopyView, TemplateList, TemplateView } from './plan-papers.dto';
import { PlanReader } from './plan-reader.service';
import { type PlanTemplate, PlanTemplates, textsOf } from './plan-templates';
import { textFor } from './plan-texts';
import type { TemplatesQuery } from './plans.dto';

/** What is on paper: templates to begin with, and the copy that the participant takes home. */
@Injectable()
export class PlanPapers {
  constructor(
    private readonly desk: PlanDesk,
    private readonly access: CaseAccess,
    private readonly reader: PlanReader,
    private readonly templates: PlanTemplates,
    private readonly programs: ProgramsService,
    private readonly people: PeopleService,
    private readonly audit: Audit,
  ) {}

  /** The templates for a program, in a language. */
  async list(actor: Actor, { programId, language = 'en' }: TemplatesQuery): Promise<TemplateList> {
    const family = programId ? (await this.programs.get(actor.organizationId, programId)).family : null;
    return { items: this.templates.of(family).map((template) => toTemplateView(template, language)) };
  }

  /** The copy of a plan in a language; in the participant's when none is named. */
  async copy(actor: Actor, planId: string, language?: string): Promise<PlanCopyView> {
    const at = await this.desk.toRead(actor, 'plan', planId);
    const plan = await this.reader.view(actor, at);
    const names = await this.firstNames(await this.access.members(at.plan.caseId));
    await this.audit.record({ action: 'plan.copied', recordType: 'plan', recordId: planId, siteId: at.found.siteId, fields: ['names', 'goals', 'steps'] });
    const { items, ...copyIn } = copyTexts(language ?? plan.language);
    return {
      ...copyIn,
      caseId: plan.caseId,
      texts: items,
      firstNames: [...names.values()],
      goals: plan.goals.map(({ personId, statement, why, strengths, status, steps }) => ({
        firstName: personId === null ? null : (names.get(personId) ?? null),
        statement, why, strengths, status,
        steps: steps.filter(({ state }) => state !== 'dropped').map(({ what, owner, partner, dueOn, state }) => ({ what, owner, partner, dueOn, state })),
      })),
      nextReviewOn: plan.reviews.find(({ state, dueOn }) => state === 'planned' && dueOn >= plan.today)?.dueOn ?? null,
      signedOn: plan.signatures.at(-1)?.signedOn ?? null,
    };
  }

  private async firstNames(personIds: readonly string[]): Promise<Map<string, string>> {
    const opened = await this.people.openPersons(personIds);
    return new Map(personIds.flatMap((id) => {
      const first = opened.get(id)?.identity.givenNames?.trim().split(/\s+/)[0];
      return first ? [[id, first]] : [];
    }));
  }
}

function toTemplateView(template: PlanTemplate, language: string): TemplateView {
  const texts = textsOf(template, language);
  const said = (text: Parameters<typeof textFor>[0] | undefined): string => (text ? textFor(text, language).text : '');
  const wanted = language.slice(0, 2).toLowerCase();
  return {
    key: template.key,
    title: said(template.title),
    about: said(template.about),
    optional: template.optional,
    inEnglish: texts.filter((text) => text.language !== wanted).length,
    notReviewed: texts.filter((text) => text.language === wanted && !text.isReviewed).length,
    goals: template.goals.map(({ key, statement, why, steps }) => ({
      key, statement: said(statement), why: said(why), steps: steps.map(({ what, owner, afterDays }) => ({ what: said(what), owner, afterDays })),
    })),
  };
}
