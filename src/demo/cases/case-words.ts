/** A goal as a family might say it, with its steps. */
export interface DemoGoal {
  statement: string;
  why: string;
  strengths: string;
  steps: readonly { what: string; owner: 'participant' | 'worker' | 'partner'; partner?: string }[];
}

/** What families want, in Spanish as most of them say it. Made up, and about nothing that happened before they came. */
export const GOALS: readonly DemoGoal[] = [
  {
    statement: 'Quiero un lugar nuestro donde mis hijos puedan dormir tranquilos.', why: 'Para no mudarnos otra vez.', strengths: 'Mi prima conoce al dueño de un apartamento.',
    steps: [{ what: 'Hacer una lista de lo que podemos pagar', owner: 'participant' }, { what: 'Llamar a tres anuncios juntos', owner: 'worker' }, { what: 'Ver dos apartamentos', owner: 'participant' }],
  },
  {
    statement: 'Quiero que mi hija empiece la escuela este mes.', why: 'Le gusta leer y extraña a sus amigas.', strengths: 'Tenemos su cartilla de vacunas.',
    steps: [{ what: 'Pedir cita en la escuela', owner: 'worker' }, { what: 'Llevar la cartilla y el comprobante de domicilio', owner: 'participant' }],
  },
  {
    statement: 'Quiero entender mis papeles y no perder ninguna fecha.', why: 'No dormir pensando en eso.', strengths: 'Guardo todo en una carpeta.',
    steps: [{ what: 'Ir a la orientación legal', owner: 'participant' }, { what: 'Pedir cita con la clínica legal', owner: 'partner', partner: 'Border Legal Aid Project' }, { what: 'Revisar juntos el calendario', owner: 'worker' }],
  },
  {
    statement: 'Quiero aprender inglés para hablar con la doctora sin mi hijo.', why: 'No quiero que él cargue con eso.', strengths: 'Ya sé leer bien en español.',
    steps: [{ what: 'Examen de nivel en el centro comunitario', owner: 'participant' }, { what: 'Buscar una clase con cuidado de niños', owner: 'worker' }],
  },
  {
    statement: 'Quiero trabajar en lo que sé: cocinar.', why: 'Me hace sentir útil.', strengths: 'Veinte años en cocina.',
    steps: [{ what: 'Hacer el currículo', owner: 'worker' }, { what: 'Curso de manejo de alimentos', owner: 'partner', partner: 'Puentes Job Center' }],
  },
  {
    statement: 'Quiero que me revise una doctora y tener mis medicinas.', why: 'Para cuidar a mis nietos.', strengths: 'Mi hija me acompaña.',
    steps: [{ what: 'Solicitar cobertura de salud', owner: 'worker' }, { what: 'Primera cita en la clínica', owner: 'partner', partner: 'Clínica San Lucas' }],
  },
];

/** What a worker writes after a contact: what was done and agreed, nothing of what somebody lived through. */
export const NOTES: readonly string[] = [
  'Met at the house. Went through the steps of the plan together; two are done. Agreed to call the school on Monday.',
  'Phone call. The appointment at the clinic is confirmed. She will bring the vaccination card.',
  'Met with an interpreter on the telephone. Explained what the program offers and that every part may be declined.',
  'Home visit. The apartment is being painted; the family expects to move at the end of the month. Needs two mattresses.',
  'Short message: the English class begins next week at six. He can go on both evenings.',
  'Met about the budget. Made a list of what comes in and goes out. Agreed to look at it again in a month.',
  'Went to the school together. Both children are enrolled. The younger one needs a physical within thirty days.',
  'Called about the bus pass. It was mailed. Next contact in two weeks, as they wished.',
];

/** What is written when a case closes. */
export const CLOSINGS: readonly { reason: string; endReason: string; destination: string | null; summary: string; remains: string }[] = [
  { reason: 'goals_met', endReason: 'goals_met', destination: 'own_home', summary: 'The family lives in a place of their own and the goals they set are met.', remains: 'They know where to ask if something changes.' },
  { reason: 'goals_met', endReason: 'goals_met', destination: 'own_home', summary: 'Work, school and a place to live are settled.', remains: 'Health coverage has to be renewed in the spring.' },
  { reason: 'moved_to_destination', endReason: 'moved_to_destination', destination: 'with_family', summary: 'They moved to relatives in another state.', remains: 'The address change was handed over on paper.' },
  { reason: 'asked_to_stop', endReason: 'asked_to_stop', destination: null, summary: 'They thanked us and asked to stop.', remains: '' },
  { reason: 'lost_contact', endReason: 'lost_contact', destination: null, summary: 'Calls and a letter were not answered.', remains: 'The file stays open to them.' },
];
