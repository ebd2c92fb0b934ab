import { instrumentDefinition, type InstrumentDefinition } from './instrument-definition';
import needs from './packs/needs-and-strengths.json';
import matrix from './packs/self-sufficiency-matrix.json';
import trafficking from './packs/trafficking-screen.json';
import vulnerability from './packs/vulnerability-screen.json';

/** The instruments that every organization starts with; each names in its own data whose work it follows. */
export const deliveredInstruments: readonly InstrumentDefinition[] = [needs, vulnerability, trafficking, matrix].map((pack) => instrumentDefinition.parse(pack));
