import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../auth/actor';
import { Tx } from '../platform/database/tx';
import { toProgressView, type ReportProgressView } from './report-runs.dto';
import { ReportRunsService } from './report-runs.service';

const LOOK_EVERY = 500;
/** The browser then connects again, and whether it still may is asked again. */
const LONGEST = 10 * 60_000;

/** Tells how far a run is, as server-sent events: `progress` when something changed, `done` at the end. */
@Injectable()
export class ReportProgress {
  constructor(
    private readonly tx: Tx,
    private readonly runs: ReportRunsService,
  ) {}

  /** Writes the events of one run that the actor may see. A run that is not there is refused before the first event. */
  async tell(actor: Actor, id: string, response: Response): Promise<void> {
    let progress = await this.look(actor, id);
    response.status(200).setHeader('Content-Type', 'text/event-stream').setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    write(response, progress);
    for (const end = Date.now() + LONGEST; isUnderWay(progress) && Date.now() < end && !response.destroyed; ) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      // When the database is away the stream ends, and the browser connects again.
      const now = await this.look(actor, id).catch(() => null);
      if (now === null) break;
      if (hasMoved(progress, now)) write(response, now);
      progress = now;
    }
    response.end();
  }

  private look(actor: Actor, id: string): Promise<ReportProgressView> {
    return this.tx.run(actor, async () => toProgressView(await this.runs.progress(actor, id)));
  }
}

function write(response: Response, progress: ReportProgressView): void {
  response.write(`event: ${isUnderWay(progress) ? 'progress' : 'done'}\ndata: ${JSON.stringify(progress)}\n\n`);
}

function hasMoved(before: ReportProgressView, now: ReportProgressView): boolean {
  return before.state !== now.state || before.stepsDone !== now.stepsDone || before.stepsTotal !== now.stepsTotal;
}

function isUnderWay({ state }: ReportProgressView): boolean {
  return state === 'queued' || state === 'running';
}
