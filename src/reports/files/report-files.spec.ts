import { readSheet } from 'read-excel-file/node';
import { LedgerBuilder } from '../../../test/support/build-ledger';
import { openWorld, type World } from '../../../test/support/world';
import { ProgramPacks } from '../../programs/program-packs';
import { ReportRunner } from '../report-runner';
import { guardedText } from './guarded-text';

describe('a report as a file', () => {
  let world: World;
  let runId: string;
  let sha256: string;

  beforeAll(async () => {
    world = await openWorld();
    await world.get(ProgramPacks).install(world.home.system);
    const ledger = new LedgerBuilder(world);
    await ledger.catalogue();
    await ledger.write("update sites set name = '=HYPERLINK(\"http://x\")' where code = 'house' and organization_id = $1", [world.home.organizationId]);
    await ledger.write("update programs set name = '+1+cmd|'' /C calc''!A0 señal' where code = 'ssp-fy2023'");
    const [ana, ben] = (await ledger.people(['2023-01-10', null])) as [string, string];
    await ledger.entries([
      { kind: 'bandage', servedOn: '2023-01-12', personId: ana, quantity: 2 },
      { kind: 'ointment', servedOn: '2023-01-12', personId: ana },
      { kind: 'inhaler', servedOn: '2023-01-12', personId: ben },
      { kind: 'labor', servedOn: '2023-02-12', quantity: 7.25 },
    ]);
    const [program] = await ledger.rows<{ id: string }>("select id from programs where code = 'ssp-fy2023'");
    const body = { programId: program?.id, periodFrom: '2023-01-01', periodTo: '2023-03-31', siteIds: [world.home.house] };
    runId = (await administrator().post('/api/report-runs', body)).body.id;
    await world.get(ReportRunner).run({ organizationId: world.home.organizationId, id: runId });
    ({ sha256 } = (await administrator().get(`/api/report-runs/${runId}`)).body);
  });

  afterAll(() => world.close());

  const administrator = () => world.as('grant_administrator');
  const download = (query: string) => administrator().get(`/api/report-runs/${runId}/download?${query}`).buffer(true).parse(bytes);

  it('is a CSV file whose cells no spreadsheet takes for a formula', async () => {
    const { status, headers, body } = await download('format=csv');
    const text = (body as Buffer).toString();

    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="ssp-fy2023_2023-01-01_2023-03-31_${runId.slice(-8)}.csv"`);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain(`"'+1+cmd|`);
    expect(text).toContain(`"SHA-256","${sha256}"`);
    expect(text).toContain('"Acute medical care items, by type",,"Quantity",3,2,3,1,0,1,1,1,0,0,0,0,0');
    expect(text).toContain('"The bandage",');
    expect(text).toContain('"Hours of labor paid to manage cases",,"Quantity",7.25,1,7.25,,,0,0,,,0,0,,');
    expect(text.split('\r\n').every((line) => !/(^|,)"?[=+@|%-]/.test(line.replace(/^\ufeff/, '').replace(/,"?% /, ',')))).toBe(true);
  });

  it('is a workbook with numbers as numbers and texts as texts', async () => {
    const { body } = await download('format=xlsx&language=es');
    const parameters = await readSheet(body as Buffer, 1);
    const figures = await readSheet(body as Buffer, 2);

    expect(parameters[0]).toEqual(['Programa', "'+1+cmd|' /C calc'!A0 señal"]);
    expect(figures[0]?.slice(0, 4)).toEqual(['Medida', 'Tipo', 'Cuenta', 'Cifra']);
    expect(figures.find(([label, type]) => label === 'Artículos de atención médica aguda, por tipo' && type === null)?.slice(3, 7)).toEqual([3, 2, 3, 1]);
  });

  it('is a PDF document of several numbered pages, the same every time', async () => {
    const first = (await download('format=pdf&language=en')).body as Buffer;
    const second = (await download('format=pdf&language=en')).body as Buffer;

    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
    expect(withoutId(first).equals(withoutId(second))).toBe(true);
  });

  it('is there only for a finished report of the own organization, in known formats', async () => {
    expect((await administrator().get(`/api/report-runs/${runId}/download?format=exe`)).status).toBe(400);
    expect((await world.as('grant_administrator', 'elsewhere').get(`/api/report-runs/${runId}/download?format=csv`)).status).toBe(404);
    expect((await world.as('coordinator').get(`/api/report-runs/${runId}/download?format=csv`)).status).toBe(403);
  });

  it.each(['=1', '+1', '-1', '@a', '|x', '%y', '\t=1', ' =1', '\r\n=1', '\u0000=1', '\uff1d1'])('guards %j', (text) => {
    expect(guardedText(text)).toBe(`'${text}`);
  });

  it.each(['Meals', '2023-01-01', 'a=b', ''])('leaves %j alone', (text) => {
    expect(guardedText(text)).toBe(text);
  });
});

/** A document says a name of its own, which is made from the moment it is written. */
function withoutId(document: Buffer): Buffer {
  return Buffer.from(document.toString('latin1').replace(/\/ID \[[^\]]*\]/, ''), 'latin1');
}

function bytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('end', () => done(null, Buffer.concat(parts)));
}
