import { Injectable } from '@nestjs/common';
import { Sealing } from '../platform/sealing/sealing.service';

const SIGNATURE = 'consents.signature_sealed';
const EVIDENCE = 'consents.evidence_sealed';
const PICTURE = 'data:image/png;base64,';

/** What proves a consent, sealed. */
export interface SealedProof {
  signatureSealed: Buffer | null;
  evidenceSealed: Buffer | null;
}

/** Seals and opens what proves a consent: the picture of a signature, and where the paper is. Under the key of the person. */
@Injectable()
export class ConsentVault {
  constructor(private readonly sealing: Sealing) {}

  /** Seals the proof of one conversation, for each consent that it gave. */
  async seal(personId: string, ids: readonly string[], { signature, evidence }: { signature?: string; evidence?: string }): Promise<SealedProof[]> {
    if (!signature && !evidence) return ids.map(() => ({ signatureSealed: null, evidenceSealed: null }));
    const key = (await this.sealing.subjects([personId])).get(personId);
    const picture = signature ? Buffer.from(signature.slice(PICTURE.length), 'base64') : null;
    return ids.map((id) => ({
      signatureSealed: key && picture ? key.sealBytes(SIGNATURE, id, picture) : null,
      evidenceSealed: key && evidence ? key.seal(EVIDENCE, id, evidence.trim()) : null,
    }));
  }

  /** Where the papers of a person's consents are, by consent. */
  async openEvidence(personId: string, consents: readonly { id: string; evidenceSealed: Buffer | null }[]): Promise<Map<string, string>> {
    const kept = consents.flatMap(({ id, evidenceSealed }) => (evidenceSealed ? [{ id, evidenceSealed }] : []));
    if (kept.length === 0) return new Map();
    const key = (await this.sealing.subjects([personId])).get(personId);
    return new Map(kept.map(({ id, evidenceSealed }) => [id, key?.open<string>(EVIDENCE, id, evidenceSealed) ?? '']));
  }

  /** The picture of a signature. */
  async openSignature(personId: string, id: string, sealed: Buffer): Promise<Buffer | null> {
    return (await this.sealing.subjects([personId])).get(personId)?.openBytes(SIGNATURE, id, sealed) ?? null;
  }
}
