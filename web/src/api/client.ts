import createClient from 'openapi-fetch';
import type { paths } from './schema';
import { send, type SendOptions } from './send';

/** The API by its OpenAPI document: `api.GET('/api/sites/{id}', { params: { path: { id } } })`. Refusals are thrown as ApiProblem. */
export const api = createClient<paths>({ baseUrl: '', fetch: (request) => send(request) });

/** The body of an answered call: `await read(api.GET('/api/sites'))`. Refusals were thrown before this returns. */
export async function read<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await call;
  return data as NonNullable<T>;
}

type Operation<Path extends keyof paths, Method extends string> = paths[Path] extends { [M in Method]: infer Found } ? Found : never;

/** What a write takes, by the API's own description: `RequestBody<'/api/trips', 'post'>`. */
export type RequestBody<Path extends keyof paths, Method extends 'post' | 'put' | 'patch'> =
  Operation<Path, Method> extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;

/** A plain call with the same promises (token, key, retry, sign-in) for what has no JSON body: multipart uploads and downloads. */
export function apiFetch(path: `/api/${string}`, init: RequestInit = {}, options: SendOptions = {}): Promise<Response> {
  return send(new Request(new URL(path, window.location.origin), init), options);
}

/** Fetches a file and hands it to the browser to save, so that a refusal can be shown on the page instead of replacing it. */
export async function download(path: `/api/${string}`, fileName: string): Promise<void> {
  const response = await apiFetch(path);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
