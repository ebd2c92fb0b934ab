import { LedgerBuilder } from '../../test/support/build-ledger';
import { askOracle, emptyFigure, type OracleFigure } from '../../test/support/ledger-oracle';
import { correctRandomly, writeRandomLedger, type RandomLedger } from '../../test/support/random-ledger';
import { openWorld, type World } from '../../test/support/world';
import { addDays } from '../platform/clock/clock';
import type { ReportChangesView } from './report-changes.dto';
import type { FigureRowView } from './report-rows.dto';
import { ReportRunner } from './report-runner';
import type { ReportRunPage } from './report-runs.dto';
import type { FigureView } from './report-view.dto';

const SEEDS = [11, 22, 44];

/**
 * Whatever was written to the ledger, a report counts what an independent count of the rows counts: over corrected, split and
 * unfinished stays, heads without names, a rule that changes in the middle, and houses on both sides of the date line.
 */
describe('a report and an independent count of the rows', () => {
  let world: World;
  let ledger: LedgerBuilder;
  let today: string;

  beforeAll(async () => {
    world = await openWorld();
    ledger = new LedgerBuilder(world);
    await ledger.catalogue();
    world.clock.set(new Date().toISOString());
    today = new Date().toISOString().slice(0, 10);
  });

  afterAll(() => world.close());

  const administrator = () => world.as('grant_administrator');

  /** A program of some weeks around today whose service window becomes shorter in the middle, and then falls away. */
  const program = async (code: string): Promise<string> => {
    const [from, to] = [addDays(today, -38), addDays(today, 20)];
    const [row] = await ledger.rows<{ id: string }>(
      "insert into programs (organization_id, code, family, name, starts_on, ends_on, source) values ($1, $2, 'ssp', 'A program', $3, $4, 'Award') returning id",
      [world.home.organizationId, code, from, to],
    );
    const measure = (key: string, counts: string, byType: boolean, categories: string[], effectiveFrom = from, effectiveTo: string | null = null) =>
      ledger.write(
        `insert into program_measures (organization_id, program_id, key, position, labels, counts, by_type, categories, effective_from, effective_to, source)
         values ($1, $2, $3, 1, '{"en": "A", "es": "B"}', $4, $5, $6, $7, $8, 'Award')`,
        [world.home.organizationId, row?.id, key, counts, byType, categories, effectiveFrom, effectiveTo],
      );
    await measure('meals', 'quantity', false, ['meals'], addDays(from, -10));
    await measure('nights', 'nights', false, [], addDays(from, -10));
    await measure('transported', 'people', false, ['transportation']);
    await measure('medical', 'quantity', true, ['medical']);
    await measure('hygiene', 'quantity', true, ['hygiene'], from, addDays(today, -9));
    await measure('hygiene', 'quantity', true, ['hygiene', 'clothing'], addDays(today, -9));
    await measure('outreach', 'people', false, ['outreach', 'translation']);
    await measure('labor', 'quantity', false, ['labor']);
    await measure('works', 'quantity', false, ['renovation']);
    await rule(row?.id ?? '', 45, addDays(from, -100), null);
    return row?.id ?? '';
  };
  const rule = (programId: string, value: number | null, from: string, to: string | null) =>
    ledger.write(
      "insert into program_rules (organization_id, program_id, key, value, effective_from, effective_to, source) values ($1, $2, 'service_window_days', $3, $4, $5, 'Award')",
      [world.home.organizationId, programId, JSON.stringify(value), from, to],
    );
  const changeRule = async (programId: string): Promise<void> => {
    await ledger.write('update program_rules set superseded_at = clock_timestamp() where program_id = $1 and superseded_at is null', [programId]);
    await rule(programId, 45, addDays(today, -300), addDays(today, -20));
    await rule(programId, 12, addDays(today, -20), addDays(today, -4));
    await rule(programId, null, addDays(today, -4), null);
  };
  const computed = async (path: string, body?: object): Promise<ReportRunPage> => {
    const { id } = (await administrator().post(path, body)).body;
    await world.get(ReportRunner).run({ organizationId: world.home.organizationId, id });
    return (await administrator().get(`/api/report-runs/${id}`)).body;
  };
  const asOracle = ({ sets, reasons, types, sites }: FigureView): OracleFigure => ({
    sites: Object.fromEntries(sites.filter(({ sets: { counted, unknown, excluded } }) => counted.rows + unknown.rows + excluded.rows > 0)
      .map(({ siteId, sets: found }) => [siteId, set(found.counted)] as const).sort(([a], [b]) => (a < b ? -1 : 1))),
    sets: { counted: set(sets.counted), unknown: set(sets.unknown), excluded: set(sets.excluded) },
    reasons: Object.fromEntries(reasons.map(({ reason, quantity }) => [reason, quantity] as const).sort(([a], [b]) => (a < b ? -1 : 1))),
    types: Object.fromEntries(types.filter(({ sets: found }) => found.counted.rows > 0).map(({ type, value }) => [type, value] as const).sort(([a], [b]) => (a < b ? -1 : 1))),
  });
  const quantitiesAtSites = async (run: string, figure: FigureView): Promise<number[]> => {
    const quantities: number[] = [];
    for (const { siteId } of figure.sites) quantities.push(await quantityOf(`/api/report-runs/${run}/figures/${figure.key}/rows?set=counted&siteId=${siteId}&limit=50`));
    return quantities;
  };
  const set = ({ quantity, people, headcount }: { quantity: number; people: number; headcount: number }) => ({ quantity, people, headcount });

  describe.each(SEEDS)('with a ledger made from seed %i', (seed) => {
    let sites: string[];
    let programId: string;
    let written: RandomLedger;
    let first: ReportRunPage;
    let question: Parameters<typeof askOracle>[1];

    beforeAll(async () => {
      sites = [await ledger.site(`west${seed}`, 'Pacific/Pago_Pago'), await ledger.site(`mid${seed}`, 'America/Chicago'), await ledger.site(`east${seed}`, 'Pacific/Kiritimati')];
      programId = await program(`program-${seed}`);
      if (seed % 2 === 0) await changeRule(programId);
      written = await writeRandomLedger(ledger, seed, today, sites);
      const period = { periodFrom: addDays(today, -42), periodTo: addDays(today, 15) };
      first = await computed('/api/report-runs', { programId, siteIds: sites, ...period });
      question = { organizationId: world.home.organizationId, programId, siteIds: sites, from: period.periodFrom, to: period.periodTo, asOf: first.asOf ?? '' };
    }, 60_000);

    it('finds the same in every figure', async () => {
      const oracle = await askOracle(world, question);

      expect(first.state).toBe('finished');
      expect(first.report?.figures).toHaveLength(8);
      for (const figure of first.report?.figures ?? []) {
        const expected = oracle[figure.key] ?? emptyFigure();
        expect([figure.key, asOracle(figure)]).toEqual([figure.key, figure.byType ? expected : { ...expected, types: {} }]);
      }
      expect(first.report?.figures.filter(({ sets }) => sets.counted.rows > 0).length).toBeGreaterThan(5);
    });

    it('opens every figure to rows that add up to it', async () => {
      for (const figure of first.report?.figures ?? []) {
        for (const verdict of ['counted', 'unknown', 'excluded'] as const) {
          const rows = await allRows(`/api/report-runs/${first.id}/figures/${figure.key}/rows?set=${verdict}&limit=20`);
          const keys = new Set(rows.map(({ id, day }) => `${id} ${day}`));
          expect([figure.key, verdict, rows.length, keys.size]).toEqual([figure.key, verdict, figure.sets[verdict].rows, figure.sets[verdict].rows]);
          expect(Math.round(100 * rows.reduce((sum, { quantity }) => sum + quantity, 0)) / 100).toBe(figure.sets[verdict].quantity);
          if (verdict === 'counted') expect(await quantitiesAtSites(first.id, figure)).toEqual(figure.sites.map(({ sets: { counted } }) => counted.quantity));
          if (verdict === 'counted') expect(new Set(rows.flatMap(({ personCode }) => (personCode ? [personCode] : []))).size).toBe(figure.sets.counted.people);
        }
      }
    });

    it('finds the same again as of that moment after the ledger and the rules were corrected, and says what changed', async () => {
      await correctRandomly(ledger, seed + 5, written, sites);
      await changeRule(programId);
      const again = await computed(`/api/report-runs/${first.id}/repeat`);
      const before = await askOracle(world, question);
      const changes: ReportChangesView = (await administrator().get(`/api/report-runs/${first.id}/changes`)).body;
      const after = await askOracle(world, { ...question, asOf: changes.until });

      expect(again).toMatchObject({ state: 'finished', sha256: first.sha256, asOf: first.asOf, repeatsId: first.id, sameAsRepeated: true });
      expect(again.report).toEqual(first.report);
      for (const figure of again.report?.figures ?? []) expect(asOracle(figure).sets).toEqual((before[figure.key] ?? emptyFigure()).sets);
      for (const change of changes.figures) {
        const value = ({ sets: { counted } }: OracleFigure): number => (change.counts === 'people' ? counted.people + counted.headcount : counted.quantity);
        expect([change.key, change.then, change.now]).toEqual([change.key, value(before[change.key] ?? emptyFigure()), value(after[change.key] ?? emptyFigure())]);
        for (const what of ['recorded', 'ended'] as const) {
          const rows = await allRows(`/api/report-runs/${first.id}/changes/${change.key}/rows?what=${what}&until=${changes.until}`);
          expect([change.key, what, rows.length]).toEqual([change.key, what, change[what].rows]);
        }
      }
      expect(changes.figures.some(({ ended }) => ended.rows > 0) && changes.figures.some(({ recorded }) => recorded.rows > 0)).toBe(true);
      expect(changes.rules.length).toBeGreaterThan(0);
    });
  });

  async function quantityOf(path: string): Promise<number> {
    return Math.round(100 * (await allRows(path)).reduce((sum, { quantity }) => sum + quantity, 0)) / 100;
  }

  async function allRows(path: string): Promise<FigureRowView[]> {
    const rows: FigureRowView[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body }: { body: { items: FigureRowView[]; next: string | null } } = await administrator().get(next === '' ? path : `${path}&after=${next}`);
      rows.push(...body.items);
      ({ next } = body);
    }
    return rows;
  }
});
