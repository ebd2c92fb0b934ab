import { ManifestJobs } from '../../src/arrivals/manifests.jobs';
import type { UploadedManifestView } from '../../src/arrivals/manifest-view.dto';
import type { Test as Call } from 'supertest';
import type { World } from './world';

/** How a list is uploaded in a spec. */
export interface Upload {
  name?: string;
  siteId?: string;
  arrivedOn?: string;
  arrivalId?: string;
  place?: 'home' | 'elsewhere';
}

/** Uploads a file as a browser does. */
export function uploadManifest(world: World, bytes: Buffer, { name = 'list.csv', siteId, arrivedOn = '2026-03-02', arrivalId, place = 'home' }: Upload = {}): Call {
  const call = world.as('coordinator', place).post('/api/manifests').field('siteId', siteId ?? world[place].house).field('arrivedOn', arrivedOn);
  if (arrivalId) void call.field('arrivalId', arrivalId);
  return call.attach('file', bytes, name);
}

/** Uploads a list and lets a worker read it; answers its id. */
export async function stagedManifest(world: World, bytes: Buffer, how: Upload = {}): Promise<string> {
  const { id } = (await uploadManifest(world, bytes, how)).body as UploadedManifestView;
  await world.get(ManifestJobs).read({ organizationId: world[how.place ?? 'home'].organizationId, id });
  return id;
}

/** Presses the button that lets the ready rows in, and lets a worker do it. */
export async function admitManifest(world: World, id: string): Promise<Call> {
  const answer = await world.as('coordinator').post(`/api/manifests/${id}/admit`);
  if (answer.status === 202) await world.get(ManifestJobs).admit({ organizationId: world.home.organizationId, id });
  return answer as unknown as Call;
}
