import type { PlainRequest } from '../../support/plain-request';
import type { Chance } from './chance';
import { naughty, naughtyText, type Schema, type ValueMaker } from './values';

/** The part of an OpenAPI document that is used here. */
export interface Description {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** One thing that can be asked of the API. */
export interface Ask {
  method: string;
  path: string;
  operation: Operation;
  /** Bodies that get as far as the record. */
  samples?: readonly object[];
}

/** Everything that a description says can be asked. */
export function asksOf(description: Description): Ask[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

const wrongTypes = ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'application/json; charset=utf-16', 'multipart/form-data', 'application/octet-stream', 'nonsense'];
const brokenBodies = ['', '{', '[', 'null', '0', '"text"', '[]', '{"a":1,"a":2}', '{"__proto__":{"admin":true}}', '\ufeff{}', '{"a":"\\ud800"}', '{"a":1e999}', `${'['.repeat(3000)}${']'.repeat(3000)}`, `"${'x'.repeat(200_000)}"`, '\u0000'];

/** Makes one request for an operation: mostly as described, then with something in it that does not belong there. */
export function requestFor({ method, path, operation, samples = [] }: Ask, values: ValueMaker, chance: Chance): PlainRequest {
  const [names, likely] = [operation.parameters ?? [], chance.happens(0.4)];
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(safe(chance.happens(likely ? 0 : 0.08) ? naughtyText(chance) || '-' : values.id(name === 'id' ? path : name, chance))));
  const query = names.filter((parameter) => parameter.in === 'query').flatMap((parameter) => queryOf(parameter, values, chance, likely));
  if (!likely && chance.happens(0.08)) query.push(`${encodeURIComponent(safe(naughtyText(chance)))}=${encodeURIComponent(safe(naughtyText(chance)))}`);
  const asked: PlainRequest = { method, path: query.length > 0 ? `${filled}?${query.join('&')}` : filled, headers: headersFor(chance, likely) };
  if (method === 'GET') return asked;
  return { ...asked, ...bodyFor(operation, samples, values, chance, likely, asked.headers ?? {}) };
}

function queryOf({ name, required, schema = {} }: { name: string; required?: boolean; schema?: Schema }, values: ValueMaker, chance: Chance, likely: boolean): string[] {
  if (!required && chance.happens(0.5)) return [];
  if (required && !likely && chance.happens(0.05)) return [];
  const value = !likely && chance.happens(0.3) ? naughty(chance) : values.make(schema, name, chance);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const pair = `${name}=${encodeURIComponent(safe(text ?? ''))}`;
  return !likely && chance.happens(0.05) ? [pair, `${name}=${encodeURIComponent(safe(naughtyText(chance)))}`, `${name}[x]=1`] : [pair];
}

function headersFor(chance: Chance, likely: boolean): Record<string, string> {
  if (likely || chance.happens(0.8)) return {};
  return chance.of<Record<string, string>>([
    { 'Idempotency-Key': 'a-key-that-is-used-again' }, { 'Idempotency-Key': 'x' }, { 'Idempotency-Key': "'; drop table" }, { 'Accept-Language': '*'.repeat(2000) }, { Accept: 'image/png' },
    { 'X-Request-Id': '../../../' }, { 'X-Forwarded-For': '1.2.3.4, ::1, nonsense' }, { Range: 'bytes=0-1' }, { 'If-None-Match': '*' }, { 'Accept-Encoding': 'nonsense' }, { Authorization: 'Bearer x' },
    { 'Content-Encoding': 'gzip' },
  ]);
}

function bodyFor({ requestBody }: Operation, samples: readonly object[], values: ValueMaker, chance: Chance, likely: boolean, headers: Record<string, string>): Pick<PlainRequest, 'body' | 'headers'> {
  const [type = 'application/json', content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type === 'multipart/form-data') return formFor(content?.schema ?? {}, values, chance, headers);
  if (!likely && chance.happens(0.06)) return { body: chance.of(brokenBodies), headers };
  const made: unknown = samples.length > 0 && chance.happens(0.5) ? structuredClone(chance.of(samples)) : content ? values.make(content.schema, '', chance) : chance.happens(0.7) ? {} : naughty(chance);
  const body = likely ? emptied(made, chance) : spoiled(made, chance);
  return !likely && chance.happens(0.03) ? { body: JSON.stringify(body) ?? '', headers: { ...headers, 'Content-Type': chance.of(wrongTypes) } } : { body: JSON.stringify(body) ?? '', headers };
}

/** Sometimes one field of a body that is otherwise right is null: what may be left out is not always checked for that. */
function emptied(body: unknown, chance: Chance): unknown {
  if (typeof body !== 'object' || body === null || chance.happens(0.7)) return body;
  const known = Object.keys(body);
  return known.length === 0 ? body : { ...body, [chance.of(known)]: null };
}

/** Puts one or two things into a body that do not belong there, or takes something away. */
function spoiled(body: unknown, chance: Chance): unknown {
  if (typeof body !== 'object' || body === null) return chance.happens(0.5) ? body : naughty(chance);
  const holder = body as Record<string, unknown>;
  for (let change = chance.below(2); change >= 0; change -= 1) {
    const known = Object.keys(holder);
    const key = known.length === 0 || chance.happens(0.08) ? 'extra' : chance.of(known);
    const inner = holder[key];
    if (typeof inner === 'object' && inner !== null && chance.happens(0.6)) holder[key] = spoiled(inner, chance);
    else if (chance.happens(0.15)) Reflect.deleteProperty(holder, key);
    else holder[key] = naughty(chance);
  }
  return body;
}

const files = ['', 'Name,Birth date\nMaricela Portillo,1990-03-25\n', 'Name;Name;;\n"open', '\ufeffNombre\r\nJosé\r\n', 'PK\u0003\u0004not a workbook', '\u0000\u0001\u0002', '%PDF-1.7', 'a,'.repeat(5000), '=cmd|calc\n=1+1\n', 'x'.repeat(100_000)];

function formFor({ properties = {} }: Schema, values: ValueMaker, chance: Chance, headers: Record<string, string>): Pick<PlainRequest, 'body' | 'headers'> {
  const boundary = '----posada';
  const parts = Object.entries(properties).flatMap(([name, schema]) => {
    if (chance.happens(0.08)) return [];
    if (schema.format === 'binary') return [`Content-Disposition: form-data; name="${name}"; filename="${chance.of(['people.csv', 'people.xlsx', '../../x.csv', 'ñ.csv', 'x'.repeat(300), ''])}"\r\nContent-Type: text/csv\r\n\r\n${chance.of(files)}`];
    const value = chance.happens(0.2) ? naughty(chance) : values.make(schema, name, chance);
    return [`Content-Disposition: form-data; name="${name}"\r\n\r\n${typeof value === 'string' ? safe(value) : JSON.stringify(value)}`];
  });
  const end = chance.happens(0.05) ? '' : `--${boundary}--\r\n`;
  return { body: `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}${end}`, headers: { ...headers, 'Content-Type': `multipart/form-data; boundary=${boundary}` } };
}

/** A lone surrogate cannot be written into an address; its bytes can. */
function safe(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}
