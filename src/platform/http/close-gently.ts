import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';

/** Stops listening, lets requests that are being answered end, and cuts what is still open after some seconds (progress streams, slow clients). */
export async function closeGently(app: INestApplication, seconds: number): Promise<void> {
  const server = app.getHttpServer() as Server;
  const cut = setTimeout(() => server.closeAllConnections(), seconds * 1000);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}
