import type { Labels } from '../report-plan';
import type { Indicator, IndicatorPart } from './indicator.model';
import {
  ASSESSED_ON_TIME, ASYLUM_WITHIN_A_YEAR, ENROLLED_IN_PERIOD, EXITS, IN_PROGRAM_AT_END, LANGUAGES, LEGAL_MILESTONES, OFFER_TO_ENROLLMENT, PLAN_WITH_GOAL, REACH,
  REACH_BY_LANGUAGE, REACH_BY_SOURCE, REASSESSED_ON_TIME, SCREENED, SERVICES_RECEIVED,
} from './indicator-rows';

const answers = [
  part('accepted', 'Accepted', 'Aceptaron'), part('declined', 'Declined', 'Dijeron que no'), part('unreachable', 'Not reached', 'No se les encontró'),
  part('ended', 'Ended before an answer', 'Terminó sin respuesta'), part('open', 'Not answered yet', 'Sin respuesta todavía'),
];
const sources = [
  part('site', 'A site', 'Un centro'), part('partner', 'A partner', 'Una organización aliada'), part('walk_in', 'Walked in', 'Llegaron por su cuenta'),
  part('self', 'Asked themselves', 'Lo pidieron'), part('other_program', 'Another program', 'Otro programa'),
];
const onTime = [part('on_time', 'On time', 'A tiempo'), part('late', 'Late', 'Tarde'), part('missing', 'Not done', 'No se hizo')];
const notDue = part('not_due', 'Not due yet', 'Todavía no toca');
const milestoneStates = [
  part('achieved', 'Reached', 'Logrado'), part('in_progress', 'Under way', 'En curso'), part('not_started', 'Not started', 'Sin empezar'),
  part('declined', 'Declined', 'Dijeron que no'), part('not_applicable', 'Does not apply', 'No aplica'),
];

/**
 * The measures of voluntary case management (programs notes 4), for every program that offers services of its own. What Posada keeps
 * nothing of yet is listed and says so, because a measure that is missing from a table looks like one that is fine.
 */
export const caseIndicators: readonly Indicator[] = [
  counted('reach', text('Reach', 'Alcance'), text('Of everybody who was offered the program in the period: how they answered so far. Declining costs nothing.',
    'De todas las personas a quienes se ofreció el programa en el periodo: qué respondieron hasta ahora. Decir que no no cuesta nada.'), { parts: answers, numerator: ['accepted'], rows: REACH }),
  counted('reach_by_source', text('Reach by who referred them', 'Alcance según quién las refirió'), text('As reach, by where the referral came from.', 'Como alcance, según de dónde vino la referencia.'),
    { parts: answers, groups: sources, numerator: ['accepted'], rows: REACH_BY_SOURCE }),
  counted('reach_by_language', text('Reach by language', 'Alcance por idioma'), text('As reach, by the language somebody speaks.', 'Como alcance, según el idioma que habla la persona.'),
    { parts: answers, groupsNamedBy: 'languages', numerator: ['accepted'], rows: REACH_BY_LANGUAGE }),
  counted('enrolled', text('Enrolled', 'Inscripciones'), text('People who agreed to take part in the period, and the families they belong to.', 'Personas que aceptaron participar en el periodo, y sus familias.'),
    { parts: [part('enrolled', 'Enrolled', 'Inscritas')], numerator: ['enrolled'], rows: ENROLLED_IN_PERIOD }),
  counted('offer_to_enrollment', text('From offer to enrollment', 'De la oferta a la inscripción'), text('Days between the offer and the yes, of those who enrolled in the period.', 'Días entre la oferta y el sí, de quienes se inscribieron en el periodo.'),
    { parts: [part('within_7', 'Within 7 days', 'En 7 días'), part('within_30', 'In 8 to 30 days', 'De 8 a 30 días'), part('later', 'Later', 'Más tarde')], numerator: [], rows: OFFER_TO_ENROLLMENT, amount: 'days' }),
  counted('in_program_at_end', text('In the program at the end', 'En el programa al final'), text('Where people stood on the last day of the period.', 'En qué estado estaban las personas el último día del periodo.'),
    { parts: [part('consented', 'Agreed', 'Aceptaron'), part('assessed', 'Assessed', 'Evaluadas'), part('active', 'Active', 'Activas'), part('paused', 'Paused', 'En pausa')], numerator: [], rows: IN_PROGRAM_AT_END }),
  counted('exits', text('Exits', 'Salidas'), text('People who left the program in the period, by reason; days are those from entry to exit.', 'Personas que salieron del programa en el periodo, por motivo; los días van de la entrada a la salida.'),
    { parts: [], partsNamedBy: 'end_reasons', numerator: [], rows: EXITS, amount: 'days' }),
  counted('assessment_on_time', text('First assessment on time', 'Primera evaluación a tiempo'), text('Of those who enrolled in the period: a first assessment was finished within {days} days of entry.', 'De quienes se inscribieron en el periodo: la primera evaluación se terminó en {days} días desde la entrada.'),
    { parts: [...onTime, notDue, part('no_rule', 'The program names no day', 'El programa no fija plazo')], numerator: ['on_time'], outside: ['not_due', 'no_rule'], rule: 'assessment_due_days', rows: ASSESSED_ON_TIME, amount: 'days' }),
  counted('plan_with_goal', text('A plan with a goal of their own', 'Un plan con una meta propia'), text('Of those who enrolled in the period: the plan has at least one goal in the participant’s words.', 'De quienes se inscribieron en el periodo: el plan tiene al menos una meta en palabras de la persona.'),
    { parts: [part('with_goal', 'With a goal', 'Con una meta'), part('without', 'Without', 'Sin meta')], numerator: ['with_goal'], rows: PLAN_WITH_GOAL }),
  counted('reassessment_on_time', text('Reassessment on time', 'Reevaluación a tiempo'), text('Of those whose reassessment fell due in the period, {days} days after the first: it was done by then.', 'De quienes les tocaba la reevaluación en el periodo, {days} días después de la primera: se hizo a tiempo.'),
    { parts: [...onTime, notDue, part('left_before', 'Left before it was due', 'Salieron antes')], numerator: ['on_time'], outside: ['not_due', 'left_before'], rule: 'reassessment_days', rows: REASSESSED_ON_TIME }),
  counted('trafficking_screening', text('Trafficking screening', 'Tamizaje de trata'), text('Of adults in the program in the period: a screening was done. What came out is in no report, and who was screened is not listed.',
    'De las personas adultas en el programa en el periodo: se hizo un tamizaje. El resultado no está en ningún informe y no se enumera a quién se hizo.'),
    { parts: [part('done', 'Done', 'Hecho'), part('declined', 'Declined', 'Dijeron que no'), part('not_done', 'Not done', 'No se hizo')], numerator: ['done'], rows: SCREENED, opens: false }),
  counted('services_received', text('Services received', 'Servicios recibidos'), text('Of adults in the program in the period: the ledger has the service, or the milestone of the same name was reached.',
    'De las personas adultas en el programa en el periodo: el servicio está en el registro, o se logró el hito del mismo nombre.'),
    { parts: [part('received', 'Received', 'Recibido'), part('not_yet', 'Not yet', 'Todavía no'), part('declined', 'Declined', 'Dijeron que no'), part('not_applicable', 'Does not apply', 'No aplica')],
      groupsNamedBy: 'services', numerator: ['received'], outside: ['not_applicable'], rows: SERVICES_RECEIVED }),
  counted('legal_milestones', text('Legal milestones', 'Hitos legales'), text('Where adults in the program in the period stand with each.', 'Cómo van las personas adultas del programa en el periodo con cada uno.'),
    { parts: milestoneStates, groupsNamedBy: 'milestones', numerator: ['achieved'], outside: ['not_applicable'], rows: LEGAL_MILESTONES }),
  counted('asylum_within_a_year', text('Asylum filed within a year', 'Asilo solicitado dentro del año'), text('Of adults in the program in the period who want to file: filed before a year had passed since arrival. An estimate from the day of release or arrival; it decides nothing.',
    'De las personas adultas en el programa en el periodo que quieren solicitarlo: solicitado antes de un año desde la llegada. Es una estimación según el día de liberación o llegada; no decide nada.'),
    { parts: [part('within_a_year', 'Within a year', 'Dentro del año'), part('after_a_year', 'Later', 'Después'), part('not_filed', 'A year has passed', 'Ya pasó el año'), part('still_time', 'Still time', 'Todavía hay tiempo'),
      part('not_applicable', 'Does not apply', 'No aplica'), part('arrival_unknown', 'Arrival not known', 'Llegada desconocida')],
      numerator: ['within_a_year'], outside: ['still_time', 'not_applicable', 'arrival_unknown'], rows: ASYLUM_WITHIN_A_YEAR }),
  counted('languages', text('Languages of those who enrolled', 'Idiomas de quienes se inscribieron'), text('The language each speaks.', 'El idioma que habla cada persona.'), { parts: [], partsNamedBy: 'languages', numerator: [], rows: LANGUAGES }),
  notKept('referrals', text('Referrals', 'Referencias'), text('Made, connected and completed, by type.', 'Hechas, conectadas y terminadas, por tipo.')),
  notKept('hearings', text('Hearings attended', 'Audiencias a las que asistieron'), text('Of hearings that were held. Recorded only with consent, and never a condition of anything.', 'De las audiencias que hubo. Se anota solo con consentimiento y nunca es condición de nada.')),
  notKept('check_ins', text('Check-ins attended', 'Citas de control a las que asistieron'), text('Of those that were due.', 'De las que tocaban.')),
  notKept('feedback', text('Feedback of participants', 'Opiniones de participantes'), text('Feedback, complaints and what came of them.', 'Opiniones, quejas y qué se hizo.')),
];

type Told = Pick<Indicator, 'parts' | 'numerator' | 'rows'> & Partial<Pick<Indicator, 'partsNamedBy' | 'groups' | 'groupsNamedBy' | 'outside' | 'rule' | 'amount' | 'opens'>>;

function counted(key: string, labels: Labels, definition: Labels, told: Told): Indicator {
  return { key, labels, definition, outside: [], opens: true, ...told };
}

function notKept(key: string, labels: Labels, definition: Labels): Indicator {
  return { key, labels, definition, parts: [], numerator: [], outside: [], opens: false, rows: null };
}

function part(key: string, en: string, es: string): IndicatorPart {
  return { key, labels: text(en, es) };
}

function text(en: string, es: string): Labels {
  return { en, es };
}
