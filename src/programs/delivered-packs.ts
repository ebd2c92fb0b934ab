import cmpp2022 from './packs/cmpp-2022.json';
import cmpp2023 from './packs/cmpp-2023.json';
import cmpp2024 from './packs/cmpp-2024.json';
import cmpp from './packs/cmpp-common.json';
import drf from './packs/drf-draa.json';
import fy2023 from './packs/ssp-fy2023.json';
import fy2024 from './packs/ssp-fy2024.json';
import { programPack, type ProgramPack } from './program-pack';

const rounds = [cmpp2022, cmpp2023, cmpp2024].map((round) => ({ ...cmpp, ...round }));

/**
 * The programs that every organization starts with. The figures come from the documents named beside them; what was not found there
 * is null with the source "Award document" or says that it is our default, never a guess.
 */
export const programPacks: readonly ProgramPack[] = [fy2023, fy2024, ...rounds, drf].map((pack) => programPack.parse(pack));
