/** Consents asked for at intake: of how many adults, and how many of those refuse. */
export const CONSENT_PURPOSES: readonly { purpose: string; asked: number; refused: number }[] = [
  { purpose: 'intake_notice', asked: 0.98, refused: 0.02 },
  { purpose: 'share_with_destination', asked: 0.3, refused: 0.16 },
];

/** The service kinds that the history uses, by their code in the catalogue. */
export const KINDS = {
  breakfast: 'meal_breakfast',
  lunch: 'meal_lunch',
  dinner: 'meal_dinner',
  hygieneKit: 'hygiene_kit',
  hygieneItems: ['hygiene_dental', 'hygiene_feminine', 'hygiene_diapers', 'hygiene_soap'],
  clothing: ['clothing_set', 'clothing_shoes', 'clothing_coat'],
  medical: ['medical_first_aid', 'medical_otc', 'medical_prescription', 'medical_screening', 'medical_glasses'],
  transportLocal: 'transport_local',
  translation: 'translation_session',
  outreach: 'outreach_session',
  labor: 'labor_hours',
  renovation: 'renovation_project',
} as const;

/** A few cities of each destination state, and whether one rather flies there from the border. */
export const CITIES: Readonly<Record<string, readonly string[]>> = {
  FL: ['Miami', 'Orlando', 'Tampa', 'Jacksonville', 'Hialeah'],
  MA: ['Boston', 'Framingham', 'Marlborough', 'Worcester', 'Everett'],
  NY: ['New York', 'Queens', 'Brooklyn', 'Spring Valley'],
  TX: ['Houston', 'Dallas', 'Austin', 'San Antonio'],
  NJ: ['Newark', 'Elizabeth', 'Union City', 'Trenton'],
  CA: ['Los Angeles', 'Oakland', 'San Diego', 'Fresno'],
  GA: ['Atlanta', 'Norcross'],
  IL: ['Chicago', 'Aurora', 'Waukegan'],
  NC: ['Charlotte', 'Raleigh', 'Durham'],
  PA: ['Philadelphia', 'Reading', 'Hazleton'],
  CO: ['Denver', 'Aurora'],
  TN: ['Nashville', 'Memphis'],
  UT: ['Salt Lake City', 'Provo'],
  VA: ['Arlington', 'Richmond'],
  CT: ['Bridgeport', 'Danbury', 'Hartford'],
  MD: ['Baltimore', 'Silver Spring'],
  WA: ['Seattle', 'Yakima'],
  OH: ['Columbus', 'Cincinnati'],
  IN: ['Indianapolis'],
  SC: ['Charleston', 'Greenville'],
  MI: ['Detroit', 'Grand Rapids'],
  NV: ['Las Vegas', 'Reno'],
  LA: ['New Orleans', 'Kenner'],
  MN: ['Minneapolis', 'Saint Paul'],
  OR: ['Portland'],
  KY: ['Louisville', 'Lexington'],
};

export const BUS_LINES = ['Ruta Norte Lines', 'Desert Star Coaches', 'Meridian Bus', 'Tri-State Coach'];
export const AIRLINES = ['Altiplano Air', 'Skybridge', 'Copperline'];
