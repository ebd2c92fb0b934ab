import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { SignedIn } from '../src/auth/route-access';
import type { Identity } from '../src/people/identity';
import { ALIKE, searchPlan, SOUNDING, type Most, type Wanted } from '../src/people/search/name-plan';
import { readQuery } from '../src/people/search/name-query';
import { GOOD_SCORE, LEAST_SCORE, nameRanker } from '../src/people/search/name-rank';
import { PersonSearch } from '../src/people/search/person-search.repository';
import { Tx } from '../src/platform/database/tx';
import { Sealing } from '../src/platform/sealing/sealing.service';

class SearchedText {
  @IsString()
  text: string;
}

const MOST = 20;

/** The same search twice, over sealed names and over the same names in a table in clear, with nothing around either. */
@ApiExcludeController()
@SignedIn()
@Controller('bench-search')
export class SearchController {
  constructor(
    private readonly tx: Tx,
    private readonly sealing: Sealing,
    private readonly modules: ModuleRef,
  ) {}

  /** The search as the house does it. */
  @Post('sealed')
  @HttpCode(200)
  async overSealed(@Body() { text }: SearchedText): Promise<{ items: string[] }> {
    return { items: (await this.modules.get(PersonSearch, { strict: false }).find(text, null, MOST)).map(({ id }) => id) };
  }

  /** The same plan, candidates and ranking, with identities that need no key. */
  @Post('clear')
  @HttpCode(200)
  async overClear(@Body() { text }: SearchedText): Promise<{ items: string[] }> {
    const query = readQuery(text);
    const plan = searchPlan(query, await this.sealing.tokenizer());
    const rank = nameRanker(query);
    const scores = new Map<string, number>();
    const look = async (wanted: Wanted[], most: Most): Promise<void> => {
      if (wanted.length === 0) return;
      const width = Math.max(...wanted.map((tokens) => tokens.length));
      const rectangle = wanted.map((tokens) => Array.from({ length: width }, (_, at) => tokens[Math.min(at, tokens.length - 1)] ?? 0));
      const rows = await this.tx.rows<{ id: string; identity: Identity }>(CANDIDATES, [this.tx.scope.organizationId, rectangle, most.inAll, most.each, [...scores.keys()]]);
      for (const { id, identity } of rows) scores.set(id, rank(identity));
    };
    await look(plan.strict, SOUNDING);
    if ([...scores.values()].filter((score) => score >= GOOD_SCORE).length < MOST) await look(plan.broad, ALIKE);
    const found = [...scores].filter(([, score]) => score >= LEAST_SCORE).sort((one, other) => other[1] - one[1]);
    return { items: found.slice(0, MOST).map(([id]) => id) };
  }
}

const CANDIDATES = `
  select candidate.id, clear.identity
    from sec.person_candidates($2::integer[], $3::integer, $4::integer, $5::uuid[], null) candidate (id)
   cross join lateral (select identity from bench_clear_names where organization_id = $1 and id = candidate.id limit 1) clear`;
