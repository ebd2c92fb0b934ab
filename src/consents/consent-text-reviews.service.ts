import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service';
import { Tx } from '../platform/database/tx';
import { consentTexts, isDeliveredReviewed, textLanguageOf, textLanguages, type DeliveredTexts, type TextLanguage } from './consent-texts';
import type { ApproveConsentTexts, ConsentTextReviewList, ConsentTextReviewView } from './consent-text-reviews.dto';
import { consentProblems } from './consents.errors';

/** Which texts a second speaker has read. One that nobody has is not used to ask for consent in that language. */
@Injectable()
export class ConsentTextReviews {
  constructor(
    private readonly tx: Tx,
    private readonly audit: Audit,
  ) {}

  /** The texts to read to somebody: in their language where a second speaker has read them, else in English for an interpreter to say. */
  async usable(language: string): Promise<DeliveredTexts> {
    return (await this.isUsable(language)) ? consentTexts(language) : consentTexts('en');
  }

  /** Whether there are texts in a language that may be used. */
  async isUsable(language: string): Promise<boolean> {
    const known = textLanguageOf(language);
    if (known === null) return false;
    const texts = consentTexts(known);
    return isDeliveredReviewed(texts) || (await this.reviewOf(texts)) !== undefined;
  }

  /** All texts in all languages, and who read them. */
  async list(): Promise<ConsentTextReviewList> {
    const items: ConsentTextReviewView[] = [];
    for (const language of textLanguages) items.push(await this.view(language));
    return { items };
  }

  /** The organization uses the texts of a language from now on, because a second speaker has read them. */
  async approve({ language, version, secondSpeaker }: ApproveConsentTexts): Promise<ConsentTextReviewView> {
    const texts = consentTexts(language);
    if (texts.version !== version) throw consentProblems.CONSENT_TEXT_CHANGED({ version: texts.version });
    await this.write(language, secondSpeaker);
    return this.view(language);
  }

  /** Writes that a second speaker read the texts of a language. Asking twice changes nothing. */
  async write(language: TextLanguage, secondSpeaker: string): Promise<void> {
    const { organizationId, userId } = this.tx.scope;
    const written = await this.tx.write(
      `insert into consent_text_reviews (organization_id, language, text_version, second_speaker, approved_by) values ($1, $2, $3, $4, $5)
       on conflict on constraint consent_text_reviews_once do nothing`,
      [organizationId, language, consentTexts(language).version, secondSpeaker.trim(), userId],
    );
    if (written > 0) await this.audit.record({ action: 'consent_text.approved', recordType: 'consent_text', recordId: organizationId, fields: [language] });
  }

  private async view(language: TextLanguage): Promise<ConsentTextReviewView> {
    const texts = consentTexts(language);
    const review = await this.reviewOf(texts);
    return {
      language, version: texts.version, state: texts.state, usable: review !== undefined || isDeliveredReviewed(texts), secondSpeaker: review?.secondSpeaker ?? null,
      approvedAt: review?.approvedAt ?? null, texts: texts.items.map(({ purpose, title, text }) => ({ purpose, title, text })),
    };
  }

  private async reviewOf({ language, version }: DeliveredTexts): Promise<{ secondSpeaker: string; approvedAt: Date } | undefined> {
    const [row] = await this.tx.rows<{ secondSpeaker: string; approvedAt: Date }>(
      `select second_speaker as "secondSpeaker", approved_at as "approvedAt" from consent_text_reviews where organization_id = $1 and language = $2 and text_version = $3`,
      [this.tx.scope.organizationId, language, version],
    );
    return row;
  }
}
