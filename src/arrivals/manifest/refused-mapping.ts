import type { ColumnMapping } from './fields';

/** Why columns cannot be read so, or null: somewhere there must be a name, and a column means one thing. */
export function refusedMapping(mapping: ColumnMapping): 'MAPPING_WITHOUT_NAME' | 'MAPPING_COLUMN_TWICE' | null {
  if (new Set(mapping.map(({ column }) => column)).size < mapping.length) return 'MAPPING_COLUMN_TWICE';
  return mapping.some(({ field }) => field === 'full_name' || field === 'given_names' || field === 'family_names') ? null : 'MAPPING_WITHOUT_NAME';
}
