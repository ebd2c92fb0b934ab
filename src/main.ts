import 'reflect-metadata';
import { createApiApp } from './api-app';
import { readConfig } from './platform/config/config';
import { closeGently } from './platform/http/close-gently';
import { runUntilStopped } from './platform/local/run-until-stopped';

/** The API and the web app. */
runUntilStopped(async () => {
  const config = readConfig(process.env);
  const app = await createApiApp(config, { works: false });
  await app.listen(config.PORT, config.HOST);
  return () => closeGently(app, config.STOP_TIMEOUT_SECONDS);
});
