/** The people of the made-up network, in plain values; the loader seals what identifies them. */
export interface DemoPerson {
  id: string;
  givenNames: string;
  familyNames: string;
  birthDate: string;
  nationality: string;
  sex: 'female' | 'male' | 'undisclosed';
  ageBand: 'infant' | 'child' | 'teen' | 'adult' | 'older';
  languageSpoken: string;
  languageRead: string | null;
  interpreterNeeded: boolean;
  needs: string[];
  aNumber: string | null;
  aNumberStatus: 'verified' | 'stated' | 'missing' | 'refused';
  releasedOn: string | null;
  releaseEvidence: string | null;
  releasedBy: string | null;
  protectionReview: 'none' | 'required' | 'cleared';
  createdAt: Date;
  createdBy: string;
}

export interface DemoParty {
  id: string;
  siteId: string;
  code: string;
  arrivedOn: string;
  keepTogether: boolean;
  createdAt: Date;
  createdBy: string;
}

export interface DemoMember {
  id: string;
  partyId: string;
  personId: string;
  relation: string;
  isHead: boolean;
  joinedOn: string;
  leftOn: string | null;
}

export interface DemoReview {
  id: string;
  personId: string;
  partyId: string;
  reason: 'minor_without_parent' | 'minor_alone';
  state: 'open' | 'cleared' | 'escalated';
  raisedAt: Date;
  raisedBy: string;
  decidedAt: Date | null;
  decidedBy: string | null;
}

export interface DemoContactPoint {
  id: string;
  personId: string;
  channel: 'phone' | 'whatsapp' | 'email';
  owner: 'self' | 'shared' | 'sponsor' | 'relative';
  value: string;
  safeToText: boolean;
  safeToCall: boolean;
  safeToLeaveMessage: boolean;
  safeToSayName: boolean;
  doNotContact: boolean;
  language: string;
  verifiedAt: Date | null;
  recordedAt: Date;
  recordedBy: string;
}

export interface DemoConsent {
  id: string;
  personId: string;
  purpose: string;
  decision: 'given' | 'refused';
  language: string;
  explained: 'read_aloud' | 'read_by_person' | 'interpreter' | 'audio';
  captured: 'signature' | 'mark' | 'verbal';
  givenBy: 'self' | 'guardian';
  witnessUserId: string | null;
  validFrom: string;
  validUntil: string;
  withdrawnAt: Date | null;
  recordedAt: Date;
  recordedBy: string;
}
