/**
 * Shape of the API until `npm run api-types --workspace web` writes this file from docs/openapi.json:
 * every path under /api with every method. The generated file replaces this one; nothing else changes.
 */
/* eslint-disable @typescript-eslint/no-explicit-any */
interface AnyCall {
  parameters: { query?: any; path?: any; header?: any; cookie?: any };
  requestBody?: { content: { 'application/json': any } };
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': any } } };
}

export interface paths {
  [path: `/api/${string}`]: {
    parameters: { query?: any; path?: any; header?: any; cookie?: any };
    get: AnyCall;
    put: AnyCall;
    post: AnyCall;
    delete: AnyCall;
    patch: AnyCall;
  };
}
