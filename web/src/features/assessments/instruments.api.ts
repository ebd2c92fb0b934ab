import { queryOptions } from '@tanstack/react-query';
import type { InstrumentDefinition } from '../../../../src/assessments/instrument-definition';
import { api, read } from '../../api/client';
import type { components } from '../../api/schema';

type Page = components['schemas']['VersionPage'];

/** A version of an instrument with everything it asks. */
export type Version = Omit<Page, 'definition'> & { definition: InstrumentDefinition };
export type Instrument = components['schemas']['InstrumentView'];

/** Every instrument with its versions. */
export function instruments() {
  return queryOptions({ queryKey: ['instruments'], queryFn: () => read(api.GET('/api/instruments')) });
}

/** One version. */
export function version(id: string) {
  return queryOptions({
    queryKey: ['instruments', id],
    queryFn: async () => asVersion(await read(api.GET('/api/instrument-versions/{id}', { params: { path: { id } } }))),
    refetchOnWindowFocus: false,
  });
}

export async function createInstrument(definition: object): Promise<Version> {
  return asVersion(await read(api.POST('/api/instruments', { body: { definition: definition as Record<string, unknown> } })));
}

export async function beginVersion(instrumentId: string): Promise<Version> {
  return asVersion(await read(api.POST('/api/instruments/{id}/versions', { params: { path: { id: instrumentId } } })));
}

export async function editVersion(id: string, revision: number, definition: object): Promise<Version> {
  return asVersion(await read(api.PUT('/api/instrument-versions/{id}', { params: { path: { id } }, body: { revision, definition: definition as Record<string, unknown> } })));
}

export async function publishVersion(id: string, revision: number): Promise<Version> {
  return asVersion(await read(api.POST('/api/instrument-versions/{id}/publish', { params: { path: { id } }, body: { revision } })));
}

export async function retireVersion(id: string): Promise<Version> {
  return asVersion(await read(api.POST('/api/instrument-versions/{id}/retire', { params: { path: { id } } })));
}

function asVersion(page: Page): Version {
  return page as unknown as Version;
}
