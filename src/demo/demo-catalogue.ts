import type { Tx } from '../platform/database/tx';

type Row = readonly [code: string, category: string, itemType: string | null, en: string, es: string, unit: string, subject: string, maxPerDay?: number];

const ROWS: readonly Row[] = [
  ['meal_breakfast', 'meals', null, 'Breakfast', 'Desayuno', 'meal', 'person', 1],
  ['meal_lunch', 'meals', null, 'Lunch', 'Almuerzo', 'meal', 'person', 1],
  ['meal_dinner', 'meals', null, 'Dinner', 'Cena', 'meal', 'person', 1],
  ['hygiene_kit', 'hygiene', 'kit', 'Hygiene kit', 'Kit de higiene', 'item', 'person', 1],
  ['hygiene_dental', 'hygiene', 'dental', 'Dental care items', 'Artículos dentales', 'item', 'person'],
  ['hygiene_feminine', 'hygiene', 'feminine', 'Feminine hygiene items', 'Artículos de higiene femenina', 'item', 'person'],
  ['hygiene_diapers', 'hygiene', 'diapers', 'Diapers', 'Pañales', 'item', 'person'],
  ['hygiene_soap', 'hygiene', 'soap', 'Soap and shampoo', 'Jabón y champú', 'item', 'person'],
  ['clothing_set', 'clothing', 'set', 'Set of clothing', 'Muda de ropa', 'item', 'person'],
  ['clothing_shoes', 'clothing', 'shoes', 'Shoes', 'Zapatos', 'item', 'person'],
  ['clothing_coat', 'clothing', 'coat', 'Coat', 'Abrigo', 'item', 'person'],
  ['medical_first_aid', 'medical', 'first_aid', 'First aid', 'Primeros auxilios', 'item', 'person'],
  ['medical_otc', 'medical', 'over_the_counter', 'Over-the-counter medicine', 'Medicina sin receta', 'item', 'person'],
  ['medical_prescription', 'medical', 'prescription', 'Prescription medicine', 'Medicina con receta', 'item', 'person'],
  ['medical_screening', 'medical', 'screening', 'Medical screening', 'Revisión médica', 'item', 'person'],
  ['medical_glasses', 'medical', 'glasses', 'Glasses', 'Lentes', 'item', 'person'],
  ['transport_local', 'transportation', null, 'Ride to station, airport or clinic', 'Traslado local', 'ride', 'person'],
  ['translation_session', 'translation', null, 'Translation', 'Traducción', 'session', 'person'],
  ['outreach_session', 'outreach', null, 'Outreach', 'Difusión', 'session', 'headcount'],
  ['labor_hours', 'labor', null, 'Hours of labor', 'Horas de trabajo', 'hour', 'staff'],
  ['renovation_project', 'renovation', null, 'Renovation project', 'Proyecto de renovación', 'project', 'site'],
];

/** Writes the service kinds that the history uses into the open transaction; answers their ids by code. */
export async function installDemoCatalogue(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const kinds = ROWS.map(([code, category, item_type, en, es, unit, subject, max_per_day], position) => ({
    code, category, item_type, labels: { en, es }, unit, subject, max_per_day: max_per_day ?? null, position,
  }));
  const rows = await tx.rows<{ id: string; code: string }>(INSERT, [tx.scope.organizationId, JSON.stringify(kinds)]);
  return new Map(rows.map(({ id, code }) => [code, id]));
}

const INSERT = `
  insert into service_kinds (organization_id, code, category, item_type, labels, unit, subject, max_per_day, position)
  select $1, r.* from jsonb_to_recordset($2::jsonb)
      as r (code text, category text, item_type text, labels jsonb, unit text, subject text, max_per_day int, position int)
  returning id, code`;
