/** A message as it is handed over. */
export interface Outgoing {
  to: string;
  /** Mails only. */
  subject: string | null;
  text: string;
}

/**
 * What came of handing a message over. `refused` means that it was certainly not taken; `forGood` that another try changes nothing;
 * `badAddress` that the number or mailbox does not exist. `unclear` means that it may have been taken: it has to be asked for.
 */
export type Outcome =
  | { is: 'accepted'; providerId: string }
  | { is: 'refused'; code: string; forGood: boolean; badAddress: boolean }
  | { is: 'unclear'; code: string };

/** What a provider knows of a message by our key. `cannot_tell` is for those that do not know our keys. */
export type Found = { is: 'found'; providerId: string } | { is: 'not_found' } | { is: 'cannot_tell' };

/** Hands messages to somebody who delivers them. The key is ours, one for each message, the same at each try. */
export interface Provider {
  /** Does not throw for what the provider says; what throws counts as unclear. */
  send(message: Outgoing, key: string): Promise<Outcome>;
  /** Asks what became of a message. Throws when the provider cannot be reached now. */
  lookup(key: string): Promise<Found>;
}
