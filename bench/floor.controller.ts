import { Body, Controller, HttpCode, Injectable, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SignedIn } from '../src/auth/route-access';
import { Tx } from '../src/platform/database/tx';
import { replay, type Trace } from './trace';

/** The traces that the floor repeats, by scenario. */
@Injectable()
export class FloorTraces {
  private readonly traces = new Map<string, { traces: Trace[]; turn: number }>();

  /** Lets a scenario repeat these traces from now on; its first repetition moves dates on by `from` days. */
  set(scenario: string, traces: Trace[], from: number): void {
    this.traces.set(scenario, { traces, turn: from * traces.length });
  }

  /** The next trace of a scenario, and how far its dates are moved on. */
  next(scenario: string): { trace: Trace; days: number } {
    const held = this.traces.get(scenario);
    if (!held) throw new Error(`the floor knows no scenario ${scenario}`);
    const turn = held.turn++;
    return { trace: held.traces[turn % held.traces.length] as Trace, days: Math.floor(turn / held.traces.length) };
  }
}

/** A bare route: the same session, the same transaction, the same statements, an answer as long, and nothing else. */
@ApiExcludeController()
@SignedIn()
@Controller('bench-floor')
export class FloorController {
  constructor(
    private readonly tx: Tx,
    private readonly traces: FloorTraces,
  ) {}

  /** Runs the statements of a scenario once. */
  @Post(':scenario')
  @HttpCode(200)
  async run(@Param('scenario') scenario: string, @Body() _body: object): Promise<object> {
    const { trace, days } = this.traces.next(scenario);
    await replay(trace, days, (sql, parameters) => this.tx.rows<object>(sql, parameters));
    return trace.answer;
  }
}
