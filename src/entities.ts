import { DataKey } from './platform/sealing/data-key.entity';

/** Every entity class the application maps. Listed by name so that a missing file is a compile error. */
export const entities: (new () => object)[] = [DataKey];
