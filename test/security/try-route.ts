import { randomUUID } from 'node:crypto';
import { roles, type Role } from '../../src/auth/permissions';
import { openPlainClient, type PlainAnswer, type PlainClient } from '../support/plain-request';
import type { Caller, Home, World } from '../support/world';
import { whoMay, type Decision } from './decisions';
import { freshSession, keeperOf, newAccount, rolesOfOneSite, type Place } from './place';
import { recordAt, records, type RecordKind } from './records';
import { sampleAt } from './samples';

const reads = new Set(['GET', 'HEAD']);

/** Tries routes of a running application as everybody and says where it decides otherwise than the table. */
export class RouteTrial {
  private constructor(
    private readonly world: World,
    private readonly client: PlainClient,
    private readonly keepers: Map<Home, Caller>,
    private readonly disabled: string,
  ) {}

  /** Makes the people that every route is tried with. */
  static async open(world: World): Promise<RouteTrial> {
    const keepers = new Map<Home, Caller>();
    for (const home of [world.home, world.elsewhere]) keepers.set(home, await keeperOf(world, home));
    const keeper = keepers.get(world.home);
    const userId = await newAccount(world, world.home);
    const disabled = await freshSession(world, world.home, userId);
    await keeper?.patch(`/api/users/${userId}`, { status: 'disabled' });
    return new RouteTrial(world, await openPlainClient(world.app), keepers, disabled);
  }

  close(): void {
    this.client.close();
  }

  /** Everything about a route that is not as the table says; empty when all is right. */
  async findings(decision: Decision): Promise<string[]> {
    const [route, who] = decision;
    if (who === 'everybody') return [...(await this.open(decision)), ...(await this.forgeries(decision, null))];
    const allowed: readonly Role[] = whoMay[who];
    const found = [...(await this.strangers(route)), ...(await this.others(decision, allowed)), ...(await this.forgeries(decision, allowed[0] ?? null))];
    for (const role of allowed) found.push(...(await this.reach(decision, role)));
    return found;
  }

  /** A route for everybody answers somebody who is not signed in. */
  private async open([route]: Decision): Promise<string[]> {
    const answer = await this.send(route, [], undefined, null);
    return answer.status === 403 || answer.text.includes('SIGN_IN_NEEDED') ? [`somebody who is not signed in gets ${said(answer)}, but the route is for everybody`] : [];
  }

  /** Nobody without a living session comes in. */
  private async strangers(route: string): Promise<string[]> {
    const ended = await freshSession(this.world, this.world.home, this.world.home.users.coordinator);
    await this.client.send({ method: 'DELETE', path: '/api/sessions/current' }, ended);
    const found: string[] = [];
    for (const [name, token] of [['nobody', null], ['an ended session', ended], ['a disabled account', this.disabled]] as const) {
      const answer = await this.send(route, missing(route), undefined, token);
      if (answer.status !== 401) found.push(`${name} gets ${said(answer)}, but the table says 401`);
    }
    return found;
  }

  /** Whoever is not on the list is refused before anything is read. */
  private async others([route, , , sample]: Decision, allowed: readonly Role[]): Promise<string[]> {
    const found: string[] = [];
    for (const role of roles.filter((candidate) => !allowed.includes(candidate))) {
      const answer = await this.send(route, missing(route), typeof sample === 'object' ? sample : undefined, await this.tokenOf(role));
      if (answer.status !== 403) found.push(`${role} gets ${said(answer)}, but the table says 403`);
    }
    return found;
  }

  /** A write that a page of somebody else could have sent is refused. */
  private async forgeries([route]: Decision, role: Role | null): Promise<string[]> {
    const [method = ''] = route.split(' ');
    if (reads.has(method)) return [];
    const token = role ? await this.tokenOf(role) : null;
    const foreign = { 'another origin': { Origin: 'https://elsewhere.example' }, 'another site': { 'Sec-Fetch-Site': 'cross-site' } };
    const tokenless = { 'no CSRF token': { 'X-CSRF-Token': '' }, 'the CSRF token of another session': { 'X-CSRF-Token': 'x'.repeat(43) } };
    const found: string[] = [];
    for (const [name, headers] of Object.entries({ ...foreign, ...(role ? tokenless : {}) })) {
      const answer = await this.send(route, missing(route), undefined, token, headers as Record<string, string>);
      if (answer.status !== 403 || !answer.text.includes('"CSRF"')) found.push(`a write with ${name} gets ${said(answer)}, but must be refused as CSRF`);
    }
    return found;
  }

  /** Somebody on the list is let in to what is theirs, and everything else does not exist for them. */
  private async reach([route, , reach = 'organization', sample = {}]: Decision, role: Role): Promise<string[]> {
    const { home, elsewhere } = this.world;
    const here = this.place(home, home.house, role);
    const places = { 'a site of another organization': this.place(elsewhere, elsewhere.house, role), ...(rolesOfOneSite.includes(role) ? { 'another site': this.place(home, home.annex, role) } : {}) };
    const ask = async (ids: string[], body: object): Promise<PlainAnswer> => this.send(route, ids, body, await this.tokenOf(role));
    const found: string[] = [];
    const mustBeMissing = (what: string, answer: PlainAnswer): void => {
      if (answer.status !== 404) found.push(`${role} asks for ${what} and gets ${said(answer)}, but the table says 404`);
    };

    if (reach === 'query' || reach === 'body') {
      for (const [what, place] of Object.entries(places)) mustBeMissing(what, await ask([], await sampleAt(sample, place)));
    } else if (reach !== 'organization') {
      const kind: RecordKind = reach;
      const { boundTo } = records[kind];
      const foreign = this.place(elsewhere, elsewhere.house, role);
      const absent = await ask(missing(route), await sampleAt(sample, here));
      const theirs = await ask(await recordAt(kind, foreign), await sampleAt(sample, foreign));
      mustBeMissing(`a ${kind} that does not exist`, absent);
      mustBeMissing(`a ${kind} of another organization`, theirs);
      if (absent.text !== theirs.text) found.push(`${role} can tell a ${kind} of another organization from none by the answer`);
      if (boundTo === 'site' && rolesOfOneSite.includes(role)) {
        const annex = this.place(home, home.annex, role);
        mustBeMissing(`a ${kind} of another site`, await ask(await recordAt(kind, annex), await sampleAt(sample, annex)));
      }
      if (boundTo === 'account') {
        const colleague = { ...here, userId: await newAccount(this.world, home) };
        mustBeMissing(`a ${kind} of a colleague`, await ask(await recordAt(kind, colleague), {}));
      }
      if (typeof sample === 'function') {
        const mixed = await ask(await recordAt(kind, here), await sampleAt(sample, foreign));
        if (mixed.status < 400) found.push(`${role} joins a ${kind} with ids of another organization and gets ${said(mixed)}`);
      }
    }
    const ids = reach === 'organization' || reach === 'query' || reach === 'body' ? [] : await recordAt(reach, here);
    const own = await ask(ids, await sampleAt(sample, here));
    const isRefused = [401, 403, 404].includes(own.status) || own.status >= 500 || (reach !== 'organization' && own.status === 400);
    if (isRefused) found.push(`${role} asks for what is theirs and gets ${said(own)}; the table lets them in (does the row need another sample?)`);
    return found;
  }

  private place(home: Home, siteId: string, role: Role): Place {
    const { run, get } = this.world;
    return { world: { run, get, home }, siteId, keeper: this.keepers.get(home) as Caller, userId: home.users[role] };
  }

  private tokenOf(role: Role): Promise<string> {
    return freshSession(this.world, this.world.home, this.world.home.users[role]);
  }

  private send(route: string, ids: string[], sample: object | undefined, token: string | null, headers: Record<string, string> = {}): Promise<PlainAnswer> {
    const [method = '', pattern = ''] = route.split(' ');
    const rest = [...ids];
    const path = pattern.replace(/:\w+/g, () => rest.shift() ?? randomUUID());
    if (!reads.has(method)) return this.client.send({ method, path, body: sample ?? {}, headers }, token);
    const query = new URLSearchParams(Object.entries(sample ?? {}) as [string, string][]).toString();
    return this.client.send({ method, path: query ? `${path}?${query}` : path, headers }, token);
  }
}

function missing(route: string): string[] {
  return (route.match(/:\w+/g) ?? []).map(() => randomUUID());
}

function said({ status, text }: PlainAnswer): string {
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  const fields = [...text.matchAll(/"field":"([^"]*)"/g)].map(([, field]) => field);
  return [String(status), code, fields.length > 0 ? `(${fields.join(', ')})` : ''].filter(Boolean).join(' ');
}
