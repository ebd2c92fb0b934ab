import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals bytes with AES-256-GCM: version | iv | ciphertext | tag. `context` is bound to it, so a ciphertext moved elsewhere does not open. */
export function seal(key: Buffer, context: string, plain: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, body, cipher.getAuthTag()]);
}

/**
 * Opens what `seal` made with the same key and context.
 * @throws Error when a byte was changed, or the key or context is another.
 */
export function open(key: Buffer, context: string, sealed: Buffer): Buffer {
  if (sealed.length < 1 + IV_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new Error('this is not a sealed value');
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const tag = sealed.subarray(sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context)).setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
}

/** A key for one use, derived from another key. */
export function derive(key: Buffer, use: string): Buffer {
  return createHmac('sha256', key).update(`posada|${use}`).digest();
}

/** A keyed fingerprint of a value (16 bytes): equal values can be found, the value cannot be read from it. */
export function fingerprint(key: Buffer, column: string, value: string): Buffer {
  return createHmac('sha256', key).update(`${column}|${value}`).digest().subarray(0, 16);
}

/** A keyed 32-bit token of a value, short on purpose: it finds candidates and does not prove equality. */
export function token(key: Buffer, kind: string, value: string): number {
  return createHmac('sha256', key).update(`${kind}|${value}`).digest().readInt32BE(0);
}
