import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import supertest, { type Test as Call } from 'supertest';
import { configureApiApp } from '../../src/api-app';
import { AppModule } from '../../src/app.module';
import { Actor } from '../../src/auth/actor';
import { roles, type Role } from '../../src/auth/permissions';
import { csrfToken, newToken, tokenHash } from '../../src/auth/session-cookie';
import { SessionStore } from '../../src/auth/session-store';
import { ConsentTextReviews } from '../../src/consents/consent-text-reviews.service';
import { textLanguages } from '../../src/consents/consent-texts';
import { Organizations } from '../../src/organizations/organizations.service';
import { Clock } from '../../src/platform/clock/clock';
import { readConfig } from '../../src/platform/config/config';
import { Tx, type TxScope } from '../../src/platform/database/tx';
import { FrozenClock } from './frozen-clock';
import { openTestDatabase, type TestDatabase } from './test-database';

/** One organization of a world: two sites, and a user of every role at the first of them. */
export interface Home {
  organizationId: string;
  system: TxScope;
  house: string;
  annex: string;
  users: Record<Role, string>;
}

/** Calls the API as somebody: cookie, CSRF token and origin are set. */
export interface Caller {
  get(path: string): Call;
  post(path: string, body?: object): Call;
  put(path: string, body?: object): Call;
  patch(path: string, body?: object): Call;
  delete(path: string): Call;
}

type Place = 'home' | 'elsewhere';

/** A running application on a database of its own, with two organizations in it. */
export interface World {
  app: NestExpressApplication;
  database: TestDatabase;
  clock: FrozenClock;
  home: Home;
  elsewhere: Home;
  /** A caller signed in with a role at the first site (`house`) of an organization. */
  as(role: Role, place?: Place): Caller;
  /** A caller who is not signed in. */
  anybody: Caller;
  actor(role: Role, place?: Place): Promise<Actor>;
  run<T>(scope: TxScope, work: () => Promise<T>): Promise<T>;
  get<T>(service: Type<T>): T;
  close(): Promise<void>;
}

const ORIGIN = 'http://127.0.0.1:3000';

/** Opens a world. With `works` the application also works on jobs; otherwise specs call the job methods themselves. */
export async function openWorld(options: { works?: boolean; redisUrl?: string; demo?: boolean; database?: TestDatabase } = {}): Promise<World> {
  const database = options.database ?? (await openTestDatabase());
  const keys = mkdtempSync(join(tmpdir(), 'posada-keys-'));
  const keyFile = join(keys, 'master.key');
  writeFileSync(keyFile, randomBytes(32).toString('base64'), { mode: 0o600 });
  const config = readConfig({
    ...process.env,
    DATABASE_URL: database.urls.app,
    QUEUE_DATABASE_URL: database.urls.queue,
    DATABASE_POOL: '10',
    REDIS_URL: options.redisUrl,
    MASTER_KEY_FILE: keyFile,
    FILES_DIRECTORY: join(keys, 'files'),
    DEMO: String(options.demo ?? false),
  });
  const clock = new FrozenClock();
  const module = await Test.createTestingModule({ imports: [AppModule.for(config, { works: options.works ?? false })] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  configureApiApp(app, config);
  await app.init();
  const tx = app.get(Tx);
  const places = { home: await furnish(app, 'home'), elsewhere: await furnish(app, 'elsewhere') };
  const tokens = new Map<string, string>();
  for (const [place, home] of Object.entries(places)) {
    for (const role of roles) tokens.set(`${place}|${role}`, await signIn(tx, home, role));
  }
  const tokenOf = (role: Role, place: Place): string => tokens.get(`${place}|${role}`) ?? '';
  return {
    app,
    database,
    clock,
    ...places,
    as: (role, place = 'home') => caller(app, tokenOf(role, place)),
    anybody: caller(app, null),
    actor: async (role, place = 'home') => (await app.get(SessionStore).actor(tokenOf(role, place))) as Actor,
    run: (scope, work) => tx.run(scope, work),
    get: (service) => app.get(service, { strict: false }),
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(keys, { recursive: true, force: true });
    },
  };
}

/** Makes a caller for a session token (null: nobody). */
export function caller(app: NestExpressApplication, token: string | null): Caller {
  const agent = supertest(app.getHttpServer() as Parameters<typeof supertest>[0]);
  const dressed = (call: Call): Call => {
    void call.set('Origin', ORIGIN);
    return token ? call.set('Cookie', `posada=${token}`).set('X-CSRF-Token', csrfToken(token)) : call;
  };
  return {
    get: (path) => dressed(agent.get(path)),
    post: (path, body) => dressed(agent.post(path)).send(body),
    put: (path, body) => dressed(agent.put(path)).send(body),
    patch: (path, body) => dressed(agent.patch(path)).send(body),
    delete: (path) => dressed(agent.delete(path)),
  };
}

async function furnish(app: NestExpressApplication, code: string): Promise<Home> {
  const tx = app.get(Tx);
  const system = await app.get(Organizations).create({ id: randomUUID(), name: `Organization ${code}`, code, defaultLanguage: 'en', isDemo: true });
  const { organizationId } = system;
  return tx.run(system, async () => {
    const site = async (siteCode: string): Promise<string> => {
      const [row] = await tx.rows<{ id: string }>(
        "insert into sites (organization_id, name, code, time_zone, kind) values ($1, $2, $3, 'America/Chicago', 'respite') returning id",
        [organizationId, `Site ${siteCode}`, siteCode],
      );
      return row?.id ?? '';
    };
    // As an organization that is at work: a second speaker has read the texts for consent.
    for (const language of textLanguages) await app.get(ConsentTextReviews, { strict: false }).write(language, 'A second speaker');
    const house = await site('house');
    const annex = await site('annex');
    const users = {} as Record<Role, string>;
    for (const role of roles) users[role] = await user(tx, organizationId, house, role);
    return { organizationId, system, house, annex, users };
  });
}

const siteRoles: readonly Role[] = ['coordinator', 'intake_worker', 'caseworker', 'supervisor', 'program_director'];

async function user(tx: Tx, organizationId: string, house: string, role: Role): Promise<string> {
  const [row] = await tx.rows<{ id: string }>(
    "insert into users (organization_id, email, full_name, status) values ($1, $2, $3, 'active') returning id",
    [organizationId, `${role}@${organizationId}.example`, `A ${role}`],
  );
  const id = row?.id ?? '';
  const atSite = siteRoles.includes(role);
  await tx.write("insert into role_grants (organization_id, user_id, role, scope, scope_id, valid_from) values ($1, $2, $3, $4, $5, '2020-01-01')", [
    organizationId,
    id,
    role,
    atSite ? 'site' : 'organization',
    atSite ? house : null,
  ]);
  return id;
}

async function signIn(tx: Tx, home: Home, role: Role): Promise<string> {
  const token = newToken();
  await tx.run(home.system, () =>
    tx.write("insert into sessions (organization_id, user_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '12 hours')", [
      home.organizationId,
      home.users[role],
      tokenHash(token),
    ]),
  );
  return token;
}
