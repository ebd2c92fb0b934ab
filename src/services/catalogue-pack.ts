import type { KindLabels, ServiceCategory, ServiceSubject } from './service-kind.entity';

/** A line of the catalogue as it is delivered. */
export interface DeliveredKind {
  code: string;
  category: ServiceCategory;
  itemType: string | null;
  labels: KindLabels;
  unit: string;
  subject: ServiceSubject;
  maxPerDay: number | null;
  minIntervalMinutes: number | null;
  quick: boolean;
}

type Extras = Partial<Pick<DeliveredKind, 'itemType' | 'subject' | 'maxPerDay' | 'minIntervalMinutes' | 'quick'>>;

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * The catalogue that every organization starts with: what the measures of the Shelter and Services Program ask for. The limits
 * are a house's usual practice, not a rule of the program, and can be changed in the settings. Nights are counted from stays.
 */
export const cataloguePack: readonly DeliveredKind[] = [
  kind('meal_breakfast', 'meals', 'meal', 'Breakfast', 'Desayuno', { maxPerDay: 1 }),
  kind('meal_lunch', 'meals', 'meal', 'Lunch', 'Almuerzo', { maxPerDay: 1 }),
  kind('meal_dinner', 'meals', 'meal', 'Dinner', 'Cena', { maxPerDay: 1 }),
  kind('meal_snack', 'meals', 'meal', 'Snack or travel meal', 'Refrigerio o comida para el viaje', { maxPerDay: 3 }),
  kind('hygiene_kit', 'hygiene', 'kit', 'Hygiene kit', 'Kit de higiene', { itemType: 'kit', maxPerDay: 1, minIntervalMinutes: 3 * DAY }),
  kind('hygiene_dental', 'hygiene', 'item', 'Dental care', 'Higiene dental', { itemType: 'dental', maxPerDay: 2, quick: false }),
  kind('hygiene_feminine', 'hygiene', 'item', 'Feminine hygiene', 'Higiene femenina', { itemType: 'feminine', maxPerDay: 2, quick: false }),
  kind('hygiene_diapers', 'hygiene', 'pack', 'Diapers', 'Pañales', { itemType: 'diapers', maxPerDay: 2 }),
  kind('hygiene_soap', 'hygiene', 'item', 'Soap and shampoo', 'Jabón y champú', { itemType: 'soap', maxPerDay: 2, quick: false }),
  kind('clothing_set', 'clothing', 'item', 'Clothing set', 'Muda de ropa', { itemType: 'set', maxPerDay: 1, minIntervalMinutes: DAY }),
  kind('clothing_shoes', 'clothing', 'pair', 'Shoes', 'Zapatos', { itemType: 'shoes', maxPerDay: 1, minIntervalMinutes: 7 * DAY }),
  kind('clothing_coat', 'clothing', 'item', 'Coat or jacket', 'Abrigo o chamarra', { itemType: 'outerwear', maxPerDay: 1, minIntervalMinutes: 7 * DAY }),
  kind('medical_first_aid', 'medical', 'item', 'First aid', 'Primeros auxilios', { itemType: 'first_aid', maxPerDay: 4 }),
  kind('medical_otc', 'medical', 'item', 'Over-the-counter medicine', 'Medicina sin receta', { itemType: 'otc', maxPerDay: 4, minIntervalMinutes: 4 * HOUR }),
  kind('medical_prescription', 'medical', 'item', 'Prescription', 'Medicina con receta', { itemType: 'prescription', maxPerDay: 4, quick: false }),
  kind('medical_screening', 'medical', 'screening', 'Health screening', 'Revisión de salud', { itemType: 'screening', maxPerDay: 1 }),
  kind('medical_glasses', 'medical', 'item', 'Glasses', 'Lentes', { itemType: 'glasses', maxPerDay: 1, minIntervalMinutes: 30 * DAY, quick: false }),
  kind('transport_local', 'transportation', 'ride', 'Local transport', 'Transporte local', { maxPerDay: 4 }),
  kind('translation_session', 'translation', 'session', 'Translation', 'Traducción', { maxPerDay: 6 }),
  kind('outreach_session', 'outreach', 'session', 'Outreach', 'Difusión', { subject: 'headcount' }),
  kind('labor_hours', 'labor', 'hour', 'Hours of work', 'Horas de trabajo', { subject: 'staff', maxPerDay: 16 }),
  kind('renovation_project', 'renovation', 'project', 'Renovation project finished', 'Obra terminada', { subject: 'site', quick: false }),
];

function kind(code: string, category: ServiceCategory, unit: string, en: string, es: string, extras: Extras = {}): DeliveredKind {
  return { code, category, unit, labels: { en, es }, itemType: null, subject: 'person', maxPerDay: null, minIntervalMinutes: null, quick: true, ...extras };
}
