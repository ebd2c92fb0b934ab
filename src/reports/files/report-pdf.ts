import PDFDocument from 'pdfkit';
import { addDays } from '../../platform/clock/clock';
import { definitionOf } from '../report-definitions';
import { verdicts, type Figure, type Verdict } from '../report-snapshot';
import { cohortLines } from './cohort-tables';
import { indicatorLines, parametersOf, titleOf, withoutANumber, type WrittenReport } from './report-tables';
import { labelOf, reportTexts, type ReportTexts } from './report-texts';

const MARGIN = 54;
const INK = '#26211d';
const QUIET = '#685f55';
const LINE = '#dbd3c7';
const TONES: Record<Verdict, string> = { counted: '#1f6a59', unknown: '#dca01c', excluded: '#c4baac' };

/** The report on paper: letter size, readable in black and white, every page numbered and carrying the hash. */
export function reportPdf(report: WrittenReport): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sheet = new Paper(report);
    const parts: Buffer[] = [];
    sheet.doc.on('data', (part: Buffer) => parts.push(part));
    sheet.doc.on('end', () => resolve(Buffer.concat(parts)));
    sheet.doc.on('error', reject);
    sheet.write();
  });
}

class Paper {
  readonly doc: PDFKit.PDFDocument;
  private readonly texts: ReportTexts;
  private readonly number: Intl.NumberFormat;

  constructor(private readonly report: WrittenReport) {
    const { run, language } = report;
    this.texts = reportTexts(language);
    this.number = new Intl.NumberFormat(language === 'es' ? 'es-US' : 'en-US', { maximumFractionDigits: 2 });
    const at = run.finished_at ?? run.requested_at;
    this.doc = new PDFDocument({
      size: 'LETTER', margin: MARGIN, bufferPages: true, lang: language, pdfVersion: '1.7', displayTitle: true,
      info: { Title: `${titleOf(report)}: ${report.snapshot.program.name}`, Author: 'Posada', CreationDate: at, ModDate: at },
    });
  }

  write(): void {
    this.title();
    this.parameters();
    const { subject } = definitionOf(this.report.run.definition);
    if (subject === 'cases') this.indicators();
    else if (subject === 'cohort') this.cohort();
    else this.figures();
    this.rules();
    this.footers();
    this.doc.end();
  }

  private title(): void {
    const { snapshot } = this.report;
    this.doc.font('Helvetica-Bold').fontSize(20).fillColor(INK).text(titleOf(this.report));
    this.doc.font('Helvetica').fontSize(12).fillColor(QUIET).text(`${snapshot.program.name} · ${snapshot.period.from} – ${addDays(snapshot.period.to, -1)}`);
    this.doc.moveDown(0.8);
  }

  private parameters(): void {
    for (const [name, value] of parametersOf(this.report, this.texts)) this.pair(name, value);
    this.doc.moveDown(0.6);
  }

  private pair(name: string, value: string): void {
    const height = this.doc.font('Helvetica').fontSize(9).heightOfString(value, { width: this.width - 110 });
    this.room(height + 4);
    const { y } = this.doc;
    this.doc.fillColor(QUIET).text(name, MARGIN, y, { width: 104 });
    this.doc.fillColor(INK).text(value, MARGIN + 110, y, { width: this.width - 110 });
    this.doc.x = MARGIN;
    this.doc.y = y + height + 3;
  }

  private heading(text: string): void {
    this.room(60);
    this.doc.moveDown(0.4).font('Helvetica-Bold').fontSize(13).fillColor(INK).text(text, MARGIN);
    this.doc.moveDown(0.3);
  }

  private figures(): void {
    this.heading(this.texts.figures);
    for (const figure of this.report.snapshot.figures) this.figure(figure);
    this.aNumbers();
  }

  private indicators(): void {
    this.heading(this.texts.indicators);
    this.doc.font('Helvetica').fontSize(8.5).fillColor(QUIET).text(this.texts.fewNote, MARGIN, this.doc.y, { width: this.width });
    for (const line of indicatorLines(this.report, this.texts)) {
      this.room(58 + 12 * Math.min(4, line.parts.length));
      this.doc.moveDown(0.5);
      const { y } = this.doc;
      const says = !line.isRecorded ? this.texts.notKept : [line.numerator, line.denominator].filter((number) => number !== '').join(` ${this.texts.ofPeople} `);
      this.doc.moveTo(MARGIN, y).lineTo(MARGIN + this.width, y).lineWidth(0.5).strokeColor(LINE).stroke();
      this.doc.font('Helvetica-Bold').fontSize(11).fillColor(INK).text(line.name, MARGIN, y + 6, { width: this.width - 170 });
      const below = this.doc.y;
      this.doc.font('Helvetica').text(says, MARGIN + this.width - 160, y + 6, { width: 160, align: 'right' });
      this.doc.x = MARGIN;
      this.doc.y = Math.max(below, this.doc.y) + 2;
      this.doc.fontSize(8.5).fillColor(QUIET).text(line.definition, MARGIN, this.doc.y, { width: this.width });
      for (const part of line.parts) this.small(part.name, part.people);
      if (line.median !== '') this.small(this.texts.medianDays, line.median);
    }
  }

  private cohort(): void {
    this.heading(this.texts.indicators);
    this.doc.font('Helvetica').fontSize(8.5).fillColor(QUIET).text(`${this.texts.cohortNote} ${this.texts.fewNote}`, MARGIN, this.doc.y, { width: this.width });
    for (const { name, definition, lines } of cohortLines(this.report, this.texts)) {
      this.room(44 + 12 * lines.length);
      this.doc.moveDown(0.5);
      const { y } = this.doc;
      this.doc.moveTo(MARGIN, y).lineTo(MARGIN + this.width, y).lineWidth(0.5).strokeColor(LINE).stroke();
      this.doc.font('Helvetica-Bold').fontSize(11).fillColor(INK).text(name, MARGIN, y + 6, { width: this.width });
      this.doc.font('Helvetica').fontSize(8.5).fillColor(QUIET).text(definition, MARGIN, this.doc.y + 2, { width: this.width });
      for (const { day, achieved, lookedAt, beside } of lines) {
        this.small([day, ...beside.map(({ name: set, count }) => `${set}: ${count}`)].join(' · '), lookedAt === this.texts.few ? lookedAt : `${achieved} ${this.texts.of} ${lookedAt}`);
      }
    }
  }

  private figure(figure: Figure): void {
    this.room(66 + 12 * Math.min(4, figure.types.length + figure.sites.length + figure.reasons.length));
    const { y } = this.doc;
    this.doc.moveTo(MARGIN, y).lineTo(MARGIN + this.width, y).lineWidth(0.5).strokeColor(LINE).stroke();
    this.doc.font('Helvetica-Bold').fontSize(11).fillColor(INK).text(labelOf(figure.labels, this.report.language), MARGIN, y + 7, { width: this.width - 150 });
    const below = this.doc.y;
    this.doc.fontSize(16).text(this.number.format(figure.value), MARGIN + this.width - 140, y + 4, { width: 140, align: 'right' });
    this.doc.x = MARGIN;
    this.doc.y = Math.max(below, y + 24);
    this.bar(figure);
    for (const verdict of verdicts) this.set(figure, verdict);
    for (const type of figure.types) this.small(labelOf(type.labels, this.report.language) || type.type, this.number.format(type.value));
    for (const site of figure.sites) this.small(this.report.snapshot.sites.find(({ id }) => id === site.siteId)?.name ?? '', this.number.format(site.value));
    for (const reason of figure.reasons) this.small(`${this.texts.sets[reason.verdict]}: ${this.texts.reasons[reason.reason]}`, this.number.format(reason.quantity));
    this.doc.moveDown(0.7);
  }

  private bar({ sets }: Figure): void {
    const all = verdicts.reduce((sum, verdict) => sum + sets[verdict].rows, 0);
    const { y } = this.doc;
    let x = MARGIN;
    for (const verdict of verdicts) {
      const width = all === 0 ? 0 : (this.width * sets[verdict].rows) / all;
      if (width > 0) this.doc.rect(x, y, width, 5).fill(TONES[verdict]);
      x += width;
    }
    if (all === 0) this.doc.rect(MARGIN, y, this.width, 5).fill(LINE);
    this.doc.y = y + 10;
  }

  private set({ sets, servesPeople, counts }: Figure, verdict: Verdict): void {
    const { rows, quantity, people, headcount } = sets[verdict];
    if (rows === 0 && verdict !== 'counted') return;
    const parts = [`${this.number.format(rows)} ${rows === 1 ? this.texts.row : this.texts.rows}`];
    if (counts === 'quantity') parts.push(`${this.texts.quantity} ${this.number.format(quantity)}`);
    if (counts === 'nights') parts.push(`${this.number.format(quantity)} ${this.texts.units.nights.toLowerCase()}`);
    if (servesPeople) parts.push(`${this.number.format(people)} ${people === 1 ? this.texts.person : this.texts.people}`);
    if (headcount > 0) parts.push(`${this.number.format(headcount)} ${this.texts.headcount}`);
    this.room(13);
    const { y } = this.doc;
    this.doc.rect(MARGIN, y + 1, 7, 7).fill(TONES[verdict]);
    this.doc.font('Helvetica').fontSize(9).fillColor(INK).text(`${this.texts.sets[verdict]}: ${parts.join(' · ')}`, MARGIN + 13, y, { width: this.width - 13 });
    this.doc.x = MARGIN;
    this.doc.moveDown(0.15);
  }

  private small(text: string, value: string): void {
    this.room(12);
    const { y } = this.doc;
    this.doc.font('Helvetica').fontSize(8.5).fillColor(QUIET).text(text, MARGIN + 13, y, { width: this.width - 113 });
    const below = this.doc.y;
    this.doc.text(value, MARGIN + this.width - 90, y, { width: 90, align: 'right' });
    this.doc.x = MARGIN;
    this.doc.y = below + 1;
  }

  private aNumbers(): void {
    const { aNumbers } = this.report.snapshot;
    if (!aNumbers) return;
    this.heading(this.texts.aNumbers);
    for (const state of ['verified', 'stated', 'missing', 'refused'] as const) this.small(this.texts.aNumberStates[state], this.number.format(aNumbers[state]));
    const share = withoutANumber(aNumbers);
    const accepted = aNumbers.tolerancePercent === null ? '' : ` (${this.texts.accepted}: ${this.number.format(aNumbers.tolerancePercent)} %)`;
    this.small(`${this.texts.aNumberShare}${accepted}`, share === null ? '–' : `${this.number.format(share)} %`);
  }

  private rules(): void {
    this.heading(this.texts.rules);
    for (const { key, value, from, to, source } of this.report.snapshot.rules) {
      const says = typeof value === 'number' || typeof value === 'string' ? String(value) : this.texts.noLimit;
      this.pair(key, `${says} · ${from} – ${to === null ? this.texts.open : addDays(to, -1)} · ${source}`);
    }
  }

  private footers(): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(start + page);
      // The footer lies in the margin; without this pdfkit would begin a new page for it.
      this.doc.page.margins.bottom = 0;
      const y = this.doc.page.height - 36;
      this.doc.font('Helvetica').fontSize(7.5).fillColor(QUIET);
      this.doc.text(`SHA-256 ${this.report.run.sha256 ?? ''}`, MARGIN, y, { width: this.width - 90, lineBreak: false });
      const says = this.texts.pageOf.replace('{page}', String(page + 1)).replace('{pages}', String(count));
      this.doc.text(says, MARGIN + this.width - 90, y, { width: 90, align: 'right', lineBreak: false });
    }
  }

  private room(height: number): void {
    if (this.doc.y + height > this.doc.page.height - MARGIN - 12) this.doc.addPage();
  }

  private get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }
}
