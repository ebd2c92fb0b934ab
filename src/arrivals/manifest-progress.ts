import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { Actor } from '../auth/actor';
import { Tx } from '../platform/database/tx';
import { ManifestDisplay } from './manifest-display';
import { ManifestLookup } from './manifest-lookup';
import type { ManifestState } from './manifest.entity';
import type { ManifestProgressView } from './manifest-view.dto';

const EVERY_MS = 500;
/** So often a word is sent although nothing changed, so that nobody on the way takes the line for dead. */
const QUIET_TURNS = 20;
/** Then the browser connects again, and it is looked anew whether it may listen. */
const MOST_TURNS = 1_200;

const working: ReadonlySet<ManifestState> = new Set(['uploaded', 'reading', 'admitting']);

/** Tells a browser how far the workers are with a list. Looks at the row in short transactions and holds none open. */
@Injectable()
export class ManifestProgress {
  constructor(
    private readonly tx: Tx,
    private readonly lookup: ManifestLookup,
    private readonly display: ManifestDisplay,
  ) {}

  /** Events named `progress`, and at last one named `done`. */
  listen(actor: Actor, id: string): Observable<MessageEvent> {
    return new Observable((subscriber) => {
      const closed = new AbortController();
      void this.tell(actor, id, (event) => subscriber.next(event), closed.signal)
        .catch(() => undefined)
        .finally(() => subscriber.complete());
      return () => closed.abort();
    });
  }

  private async tell(actor: Actor, id: string, say: (event: MessageEvent) => void, closed: AbortSignal): Promise<void> {
    let said = '';
    for (let turn = 0; turn < MOST_TURNS && !closed.aborted; turn += 1) {
      const now = await this.look(actor, id);
      const done = !working.has(now.state);
      const text = JSON.stringify(now);
      if (done || text !== said || turn % QUIET_TURNS === 0) say({ type: done ? 'done' : 'progress', data: now });
      if (done) return;
      said = text;
      await pause(EVERY_MS, undefined, { signal: closed });
    }
  }

  private look(actor: Actor, id: string): Promise<ManifestProgressView> {
    return this.tx.run(actor, async () => this.display.progress(await this.lookup.get(actor, id)));
  }
}
