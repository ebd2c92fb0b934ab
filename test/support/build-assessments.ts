import { randomUUID } from 'node:crypto';
import { deliveredInstruments } from '../../src/assessments/delivered-instruments';
import type { Stage } from '../../src/assessments/assessment.entity';
import { Instruments } from '../../src/assessments/instruments.service';
import { Tx } from '../../src/platform/database/tx';
import type { BuiltCase } from './build-cases';
import type { World } from './world';

type Somewhere = Pick<World, 'run' | 'get' | 'home'>;

/** The id of the published version of an instrument; the delivered ones are installed. */
export async function versionOf(world: Somewhere, code: string): Promise<string> {
  const { system } = world.home;
  await world.get(Instruments).install(system);
  const row = await world.run(system, () => world.get(Instruments).newestOf(code));
  if (!row) throw new Error(`there is no instrument ${code}`);
  return row.id;
}

/** Every domain of the matrix at one level, except those that are said. */
export function matrixAnswers(level: number, others: Record<string, object> = {}): object[] {
  const matrix = deliveredInstruments.find(({ code }) => code === 'self-sufficiency-matrix');
  const keys = (matrix?.sections ?? []).flatMap(({ questions }) => questions.map(({ key }) => key));
  return keys.map((question) => ({ question, ...(others[question] ?? { value: level }) }));
}

/** A matrix of the first member of a case by plain SQL: final with every domain at a level, or a draft. */
export async function buildMatrix(world: Somewhere, { id: caseId, personIds }: Pick<BuiltCase, 'id' | 'personIds'>, draft: { level?: number | null; stage?: Stage; on?: string } = {}): Promise<string> {
  const { level = 3, stage = 'entry', on = '2026-03-01' } = draft;
  const { organizationId, system } = world.home;
  const versionId = await versionOf(world, 'self-sufficiency-matrix');
  const id = randomUUID();
  await world.run(system, async () => {
    const tx = world.get(Tx);
    await tx.write(
      "insert into assessments (id, organization_id, case_id, person_id, instrument_version_id, stage, information_on, language) values ($1, $2, $3, $4, $5, $6, $7, 'es')",
      [id, organizationId, caseId, personIds[0], versionId, stage, on],
    );
    if (level === null) return;
    const domains = matrixAnswers(level).map((answer) => (answer as { question: string }).question);
    await tx.write('insert into assessment_answers (organization_id, case_id, assessment_id, question, level) select $1, $2, $3, unnest($4::text[]), $5', [organizationId, caseId, id, domains, level]);
    await tx.write("update assessments set state = 'final', finalized_at = now(), version = 2 where id = $1", [id]);
  });
  return id;
}
