import type { Chance } from './chance';

/** The part of a JSON schema that is used here. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  nullable?: boolean;
  allOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** Texts that broke software before: ends of ranges, other scripts, code, paths, what looks like a number or a date. */
const naughtyTexts = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', '\u202egnp', '\ufeff', '\ufffd', '\u200b', '\r\nX-Injected: 1', '\t', '😀'.repeat(50), 'é'.normalize('NFD'), 'ﷺ', 'İıſẞ', '٣٤', '中文', 'שלום',
  "'", "' or 1=1 --", '"; drop table users; --', '$1', '%', '_', '%00', '\\', '\\x00', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', '../../etc/passwd', 'file:///etc/passwd',
  'http://127.0.0.1:5432', 'null', 'undefined', 'NaN', 'Infinity', '-Infinity', 'true', 'false', '[]', '{}', '0', '-1', '1e309', '1e-400', '0x10', '9223372036854775808', '99999999999999999999',
  '2026-02-30', '0000-00-00', '9999-12-31', '2200-01-01', '1899-12-31', 'infinity', '-infinity', 'epoch', 'now', 'today', '2026-03-01T00:00:00Z', '24:00', '25:61', '12:00:00',
  'America/Nowhere', 'UTC', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '=1+1', '@SUM(A1)', '+1', 'a@b', 'a'.repeat(300), 'x'.repeat(5000), 'word '.repeat(400),
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '01890a5d-ac96-774b-bcce-b302099a8057', 'not-a-uuid',
] as const;

const naughtyThings: readonly unknown[] = [
  null, true, false, 0, -0, 1, -1, 1.5, 0.1 + 0.2, 2_147_483_647, 2_147_483_648, -2_147_483_649, 9_007_199_254_740_993, 1e21, 1e308, -1e308, 5e-324, [], {}, [[]], [null], [{}], { toString: 1 }, { valueOf: null },
  { length: 1 }, { then: 1 }, { $gt: '' }, { constructor: { prototype: { admin: true } } }, [1, 'a', null], new Array(50).fill('x'), { '': '' }, { 'a.b': 1 },
];

/** Something that does not belong there. */
export function naughty(chance: Chance): unknown {
  if (chance.happens(0.55)) return chance.of(naughtyTexts);
  if (chance.happens(0.06)) return nested(chance.below(60));
  if (chance.happens(0.04)) return new Array(chance.of([100, 1000, 1001, 3000])).fill(chance.of<unknown>(['x', 1, null]));
  return structuredClone(chance.of(naughtyThings));
}

/** A text that does not belong there. */
export function naughtyText(chance: Chance): string {
  return chance.of(naughtyTexts);
}

/** Makes values that fit a schema, or nearly: ends of ranges are as likely as what lies between. */
export class ValueMaker {
  constructor(
    private readonly schemas: Record<string, Schema>,
    /** Ids of records that exist, by the kind of name that asks for them. */
    private readonly ids: Record<string, readonly string[]>,
  ) {}

  /** A value for a field of this name. */
  make(schema: Schema, name: string, chance: Chance, depth = 0): unknown {
    const known = this.resolve(schema);
    if (known.nullable && chance.happens(0.1)) return null;
    if (known.enum) return chance.of(known.enum);
    const inner = known.oneOf ?? (known.allOf?.length === 1 ? known.allOf : undefined);
    if (inner) return this.make(chance.of(inner), name, chance, depth);
    if (known.type === 'object' || known.properties) return this.object(known, chance, depth);
    if (known.type === 'array') return this.list(known, name, chance, depth);
    if (known.type === 'boolean') return chance.happens(0.5);
    if (known.type === 'integer' || known.type === 'number') return number(known, chance);
    return this.text(known, name, chance);
  }

  /** An id for a field or path part of this name: one that exists, one of another kind, or one that does not. */
  id(name: string, chance: Chance): string {
    const kind = Object.keys(this.ids).find((key) => name.toLowerCase().includes(key));
    if (kind && chance.happens(0.8)) return chance.of(this.ids[kind] ?? []);
    if (chance.happens(0.6)) return chance.of(Object.values(this.ids).flat());
    const digits = (length: number): string => Array.from({ length }, () => '0123456789abcdef'[chance.below(16)]).join('');
    return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
  }

  private object({ properties = {}, required = [] }: Schema, chance: Chance, depth: number): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties)) {
      if (depth < 6 && (required.includes(name) || chance.happens(0.45))) made[name] = this.make(schema, name, chance, depth + 1);
    }
    return made;
  }

  private list({ items = {}, minItems = 0, maxItems = 30 }: Schema, name: string, chance: Chance, depth: number): unknown[] {
    const length = chance.happens(0.1) ? Math.min(maxItems, 200) : Math.max(minItems, chance.below(4));
    return Array.from({ length }, () => this.make(items, name.replace(/s$/, ''), chance, depth + 1));
  }

  private text({ format, minLength = 0, maxLength = 60 }: Schema, name: string, chance: Chance): string {
    if (format === 'uuid' || /ids?$/i.test(name)) return this.id(name, chance);
    if (format === 'date-time') return chance.of(['2026-03-01T18:00:00Z', '2026-03-01T18:00:00.123456789+14:00', '0001-01-01T00:00:00Z']);
    if (format === 'email') return chance.of(['somebody@example.org', `${'a'.repeat(64)}@example.org`, '"a b"@example.org', 'ñ@example.org']);
    if (/(on|from|to|until|date|day)$/i.test(name)) return chance.of(['2026-03-01', '2026-02-28', '2024-02-29', '2026-03-31', '1900-01-01', '2199-12-31', '2025-11-02']);
    if (/time$/i.test(name)) return chance.of(['00:00', '23:59', '02:30']);
    if (/zone$/i.test(name)) return chance.of(['America/Chicago', 'UTC', 'Asia/Kathmandu']);
    if (/language/i.test(name)) return chance.of(['en', 'es', 'quc']);
    if (/phone|value/i.test(name)) return chance.of(['+13055550142', '305 555 0142', 'a@example.org']);
    if (/token/i.test(name)) return 'x'.repeat(43);
    const words = ['José Ángel', 'O’Brien', 'Núñez de la Torre', 'B0001-1', 'Miami', 'because', 'A form of the clinic', 'respite'];
    if (chance.happens(0.1)) return 'w'.repeat(maxLength);
    return chance.of(words).padEnd(minLength, '.').slice(0, Math.max(maxLength, 1));
  }

  private resolve(schema: Schema): Schema {
    const name = schema.$ref?.split('/').pop();
    return name === undefined ? schema : (this.schemas[name] ?? {});
  }
}

function number({ type, minimum = -5, maximum = 1000 }: Schema, chance: Chance): number {
  const found = chance.happens(0.3) ? chance.of([minimum, maximum]) : minimum + chance.next() * (Math.min(maximum, minimum + 100) - minimum);
  return type === 'integer' || chance.happens(0.9) ? Math.round(found) : found;
}

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { deeper: value };
  return value;
}
