import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    DATABASE_URL: z.string().startsWith('postgres').optional(),
    DATABASE_OWNER_URL: z.string().startsWith('postgres').optional(),
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(20),
    QUEUE_DATABASE_URL: z.string().startsWith('postgres').optional(),
    REDIS_URL: z.string().startsWith('redis').optional(),
    MASTER_KEY_FILE: z.string().min(1).optional(),
    DATA_DIRECTORY: z.string().min(1).default('.data'),
    FILES_DIRECTORY: z.string().min(1).optional(),
    FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    FILES_S3_BUCKET: z.string().min(3).max(63).optional(),
    FILES_S3_REGION: z.string().min(1).default('us-east-1'),
    FILES_S3_PATH_STYLE: flag.default(true),
    FILES_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
    FILES_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
    SMTP_URL: z.string().startsWith('smtp').optional(),
    MAIL_FROM: z.string().min(3).default('Posada <no-reply@posada.invalid>'),
    DEMO: flag.default(false),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(120).default(30),
    PASSWORD_MEMORY_KIB: z.coerce.number().int().min(1024).max(1_048_576).default(65_536),
    SESSION_HOURS: z.coerce.number().int().min(1).max(24).default(12),
    STOP_TIMEOUT_SECONDS: z.coerce.number().int().min(1).max(120).default(20),
  })
  .superRefine((env, context) => {
    const refuse = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (env.NODE_ENV === 'production') {
      if (!env.MASTER_KEY_FILE) refuse('MASTER_KEY_FILE', 'is required in production: the path of the file with the master key');
      if (!env.DATABASE_URL) refuse('DATABASE_URL', 'is required in production: the embedded database is for trying Posada out');
      if (!env.PUBLIC_URL?.startsWith('https://')) refuse('PUBLIC_URL', 'must be the https:// address people use in production');
      if (!env.SMTP_URL) refuse('SMTP_URL', 'is required in production: invitations and password resets are sent by mail');
      if (env.PASSWORD_MEMORY_KIB < 65_536) refuse('PASSWORD_MEMORY_KIB', 'must be at least 65536 (64 MiB) in production');
      if (env.DEMO) refuse('DEMO', 'cannot be true in production: the demo sign-ins are public');
      if (!env.FILES_DIRECTORY && !env.FILES_S3_BUCKET) refuse('FILES_DIRECTORY', 'is required in production: a folder that the API and all workers share, or FILES_S3_BUCKET and its keys');
      if (env.FILES_S3_ENDPOINT?.startsWith('http://')) refuse('FILES_S3_ENDPOINT', 'must be an https:// address in production');
    }
    const objectStorage = ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_ACCESS_KEY_ID', 'FILES_S3_SECRET_ACCESS_KEY'] as const;
    if (objectStorage.some((name) => env[name])) {
      for (const name of objectStorage.filter((one) => !env[one])) refuse(name, 'is missing: an object storage for files needs its address, its bucket and both keys');
      if (env.FILES_DIRECTORY) refuse('FILES_DIRECTORY', 'cannot be set together with an object storage: files lie in one place');
    }
    if (env.DEMO && !['127.0.0.1', '::1', 'localhost'].includes(env.HOST)) {
      refuse('HOST', 'must be a loopback address while DEMO is true: the demo sign-ins are public');
    }
  });

/** How to reach an S3-compatible object storage. */
export interface S3Settings {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  /** The bucket is part of the path, not of the host name. */
  readonly pathStyle: boolean;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Everything the process reads from its environment, checked once at the start. */
export type Config = Readonly<z.output<typeof environment>> & {
  readonly masterKeyFile: string;
  readonly publicUrl: string;
  /** Where files lie when `s3` is null. */
  readonly filesDirectory: string;
  readonly s3: S3Settings | null;
};

/** The configuration, injectable by this token. */
export const CONFIG = Symbol('configuration');

/**
 * Reads and checks the environment.
 * @throws Error that names each variable that is wrong and says what is expected; the process must not start then.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Posada cannot start with this configuration:\n${lines.join('\n')}`);
  }
  return {
    ...parsed.data,
    masterKeyFile: resolve(parsed.data.MASTER_KEY_FILE ?? '.keys/master.key'),
    publicUrl: parsed.data.PUBLIC_URL ?? `http://${parsed.data.HOST}:${parsed.data.PORT}`,
    filesDirectory: resolve(parsed.data.FILES_DIRECTORY ?? `${parsed.data.DATA_DIRECTORY}-files`),
    s3: s3Settings(parsed.data),
  };
}

function s3Settings(env: z.output<typeof environment>): S3Settings | null {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_ACCESS_KEY_ID: accessKeyId, FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return null;
  return { endpoint, bucket, region: env.FILES_S3_REGION, pathStyle: env.FILES_S3_PATH_STYLE, accessKeyId, secretAccessKey };
}
