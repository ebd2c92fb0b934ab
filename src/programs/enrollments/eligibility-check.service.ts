import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor';
import { ageOn } from '../../people/age';
import { PeopleService, type OpenedPerson } from '../../people/people.service';
import { PersonAccess } from '../../people/person-access';
import { common } from '../../platform/errors/problem';
import { eligibility, type EligibilityFacts, type EligibilityVerdict } from '../eligibility/eligibility';
import type { ProgramEligibilityRule } from '../program-eligibility-rule.entity';
import { ProgramParts } from '../program-parts.repository';
import { ProgramsRepository, type ListedProgram } from '../programs.repository';
import type { OfferedPerson } from './enrollments.dto';
import { enrollmentProblems } from './enrollments.errors';
import { EnrollmentsRepository } from './enrollments.repository';

/** What the rules of one program said to one person. */
export interface Checked {
  personId: string;
  program: ListedProgram;
  rules: ReadonlyMap<string, ProgramEligibilityRule>;
  verdict: EligibilityVerdict;
}

/** Puts the rules of programs to what is known of people. */
@Injectable()
export class EligibilityCheck {
  constructor(
    private readonly programs: ProgramsRepository,
    private readonly parts: ProgramParts,
    private readonly enrollments: EnrollmentsRepository,
    private readonly people: PeopleService,
    private readonly access: PersonAccess,
  ) {}

  /** What every rule says to each of the people on a day, for one program or for all that are offered then. Whoever calls audits it. */
  async check(actor: Actor, asked: readonly OfferedPerson[], programId: string | null, on: string): Promise<Checked[]> {
    const programs = await this.offered(actor.organizationId, programId, on);
    const ids = asked.map(({ personId }) => personId);
    const known = await this.access.those(actor, 'people.read', ids);
    if (known.length < ids.length) throw common.NOT_FOUND();
    const opened = await this.people.openPersons(ids);
    const arrivals = await this.enrollments.arrivals(ids);
    const found: Checked[] = [];
    for (const program of programs) {
      const rows = await this.parts.eligibility(program.id, on);
      const figures = await this.enrollments.figures(program.id, on);
      const rules = new Map(rows.map((rule) => [rule.id, rule]));
      for (const person of asked) {
        const facts = factsAbout(person, opened.get(person.personId), arrivals.get(person.personId) ?? null, on);
        found.push({ personId: person.personId, program, rules, verdict: eligibility(rows, facts, figures) });
      }
    }
    return found;
  }

  private async offered(organizationId: string, programId: string | null, on: string): Promise<ListedProgram[]> {
    const isOffered = (program: ListedProgram): boolean => program.isOffered && program.startsOn <= on && on <= program.endsOn;
    if (programId === null) return (await this.programs.all(organizationId)).filter(isOffered);
    const program = await this.programs.find(organizationId, programId);
    if (!program) throw common.NOT_FOUND({}, [{ field: 'programId', message: 'There is no such program.' }]);
    if (!isOffered(program)) throw enrollmentProblems.PROGRAM_NOT_OFFERED({ startsOn: program.startsOn, endsOn: program.endsOn });
    return [program];
  }
}

function factsAbout(said: OfferedPerson, person: OpenedPerson | undefined, arrivedOn: string | null, on: string): EligibilityFacts {
  return {
    on,
    basis: said.basis ?? [],
    age: person ? ageOn(person.identity, on) : null,
    dates: { release: said.releasedOn ?? person?.releasedOn ?? null, arrival: said.arrivedOn ?? arrivedOn, asylum_grant: said.asylumGrantedOn ?? null },
    asked: Object.fromEntries((said.answers ?? []).map(({ key, answer }) => [key, answer])),
  };
}
