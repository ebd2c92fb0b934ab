import type { ManifestField } from './fields';
import { fold } from './fold';

const words: Record<ManifestField, string[]> = {
  full_name: ['name', 'full name', 'complete name', 'names', 'guest', 'guest name', 'passenger', 'passenger name', 'client', 'client name', 'person',
    'individual', 'name of person',
    'alien name', 'noncitizen name', 'subject name', 'last name first name', 'name last first', 'nombre', 'nombre completo', 'nombre y apellido',
      'nombre y apellidos', 'nombres y apellidos', 'apellidos y nombres',
    'pasajero', 'huesped', 'persona', 'nome', 'nome completo', 'nome e sobrenome', 'passageiro', 'nom complet', 'nom et prenom', 'nom et prenoms',
      'noms et prenoms', 'nom prenom', 'passager',
    'non konple', 'non', 'non ak siyati', 'pasaje'],
  given_names: ['first name', 'first names', 'firstname', 'first', 'given name', 'given names', 'given', 'forename', 'fname', 'f name', 'name first',
    'nombres', 'primer nombre', 'nombre de pila',
    'nome proprio', 'primeiro nome', 'nomes', 'prenome', 'prenom', 'prenoms', 'prenon', 'middle name', 'middle', 'segundo nombre',
      'second given name'],
  family_names: ['last name', 'last names', 'lastname', 'last', 'surname', 'surnames', 'family name', 'family names', 'lname', 'l name', 'name last',
    'apellido', 'apellidos', 'primer apellido', 'apellido paterno',
    '1er apellido', 'first surname', 'paternal surname', 'sobrenome', 'sobrenomes', 'ultimo nome', 'apelido', 'apelidos', 'nom de famille', 'nom',
      'noms', 'siyati', 'non fanmi'],
  second_family_name: ['segundo apellido', 'apellido materno', '2do apellido', '2 apellido', 'second last name', 'second surname',
    'maternal surname', 'maternal last name', 'mothers last name', 'segundo sobrenome'],
  birth_date: ['dob', 'd o b', 'date of birth', 'birth date', 'birthdate', 'birthday', 'born', 'born on', 'fecha de nacimiento', 'fecha nacimiento',
    'fecha nac', 'fecha de nac', 'f nac', 'f nacimiento', 'fdn', 'nacimiento', 'cumpleanos',
    'data de nascimento', 'data nascimento', 'data nasc', 'dt nascimento', 'nascimento', 'date de naissance', 'ddn', 'naissance', 'ne le', 'nee le',
      'ne e le', 'dat nesans', 'dat li fet', 'dat nesans li', 'nesans'],
  age: ['age', 'ages', 'age years', 'yrs', 'edad', 'edades', 'idade', 'laj', 'aj'],
  sex: ['sex', 'gender', 'sex gender', 'm f', 'f m', 'sexo', 'genero', 'h m', 'sexe', 'genre', 'seks'],
  nationality: ['nationality', 'nat', 'natl', 'country', 'country of origin', 'country of citizenship', 'citizenship', 'coc', 'coo',
    'country of birth', 'cob', 'nacionalidad', 'pais', 'pais de origen', 'pais origen', 'ciudadania',
    'nacionalidade', 'pais de origem', 'nationalite', 'pays', 'pays d origine', 'pays dorigine', 'pays de naissance', 'nasyonalite', 'peyi',
      'peyi orijin'],
  a_number: ['a number', 'a no', 'a num', 'anumber', 'a nbr', 'alien number', 'alien no', 'alien registration number', 'alien id', 'uscis number',
    'a file', 'a file number', 'ar number', 'a number number', 'numero a',
    'numero de alien', 'numero de extranjero', 'no de alien', 'num alien', 'numero alien', 'numero de estrangeiro', 'numero d etranger',
      'numero detranger', 'nimewo a', 'nimewo alyen'],
  group: ['family', 'family group', 'family unit', 'family number', 'family no', 'family id', 'fam', 'fam number', 'fam no', 'fmu', 'fmua', 'fu',
    'fu number', 'fam unit', 'family unit number', 'group', 'group number', 'group no', 'group id', 'bus group', 'party', 'party number',
    'household', 'case group',
    'grupo', 'grupo familiar', 'numero de familia', 'no de familia', 'familia', 'unidad familiar', 'nucleo familiar', 'numero de grupo', 'famille',
      'groupe', 'groupe familial', 'fanmi', 'gwoup', 'unidade familiar'],
  relation: ['relationship', 'relation', 'relation to head', 'relationship to head', 'relationship to hoh', 'family role', 'role', 'parentesco',
    'relacion', 'relacion familiar', 'vinculo', 'relacao', 'grau de parentesco', 'lien', 'lien de parente', 'parente', 'relasyon', 'lyen'],
  language: ['language', 'languages', 'lang', 'primary language', 'preferred language', 'language spoken', 'spoken language', 'native language',
    'idioma', 'idiomas', 'lengua', 'idioma principal', 'lingua', 'idioma falado', 'langue', 'langues', 'langue parlee', 'lang pale'],
  destination: ['destination', 'dest', 'final destination', 'destination city', 'destination city state', 'city', 'city state', 'going to',
    'travel to', 'destination state', 'destino', 'destino final', 'ciudad de destino', 'ciudad', 'ciudad destino', 'cidade de destino', 'cidade',
    'ville de destination', 'ville', 'destinasyon', 'kote yo prale', 'kote li prale', 'vil'],
  phone: ['phone', 'phone number', 'phone no', 'telephone', 'telephone number', 'tel', 'tel number', 'cell', 'cell phone', 'cellphone', 'mobile',
    'mobile phone', 'contact number', 'contact phone', 'whatsapp', 'telefono', 'no de telefono', 'numero de telefono', 'celular', 'movil',
    'telefone', 'numero de telefone', 'telemovel', 'telephone portable', 'numero de telephone', 'portable', 'telefon', 'nimewo telefon'],
  released_on: ['release date', 'released', 'released on', 'date released', 'date of release', 'release', 'rel date', 'fecha de liberacion',
    'fecha liberacion', 'fecha de salida', 'data de liberacao', 'data de soltura', 'date de liberation', 'liberation', 'dat liberasyon'],
  notes_ignored: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'observation', 'observations', 'medical', 'medical notes',
    'medical notes comments', 'special needs', 'notas', 'nota', 'comentarios', 'observaciones', 'observacion',
    'observacoes', 'remarque', 'remarques', 'commentaires', 'remak', 'not', 'medical conditions', 'disposition'],
};

const exact = new Map<string, ManifestField>();
for (const [field, phrases] of Object.entries(words) as [ManifestField, string[]][]) for (const phrase of phrases) exact.set(phrase, field);

// Somebody else's data: the sponsor's telephone in the guest's contact would send her messages to the wrong person.
const others =
  /\b(sponsors?|patrocinador|parrain|emergency|emergencia|urgence|contact person|persona de contacto|officer|agent|bus|driver|conductor|chofer)\b/;

/** The field a header names, with how sure we are; null when it names none of ours. */
export function fieldOfHeader(label: string): { field: ManifestField; confidence: number } | null {
  const folded = fold(label);
  if (folded === '' || folded.length > 80) return null;
  const field = exact.get(folded);
  if (field) return { field, confidence: 0.95 };
  if (others.test(folded)) return null;
  return longestPhrase(folded);
}

// Short words ("m f", "fu", "not") stand for a field only when they are all there is.
const phrases = [...exact].filter(([phrase]) => phrase.length >= 4).sort((a, b) => b[0].length - a[0].length);

function longestPhrase(folded: string): { field: ManifestField; confidence: number } | null {
  const padded = ` ${folded} `;
  const hit = phrases.find(([phrase]) => padded.includes(` ${phrase} `));
  return hit ? { field: hit[1], confidence: hit[0].length >= folded.length / 2 ? 0.8 : 0.55 } : null;
}
