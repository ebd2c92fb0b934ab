import { minorBands } from '../../people/age';
import type { MilestoneSubject } from '../../programs/program-milestone.entity';
import type { MilestoneStep, MilestoneTrack } from './milestones.dto';
import type { CaseMemberRow, CatalogueMilestone, CurrentMilestone } from './milestones.repository';
import { suggestionFor, type KnownFacts } from './suggestions';

/** What paths are drawn from. */
export interface TrackSources {
  today: string;
  catalogue: readonly CatalogueMilestone[];
  members: readonly CaseMemberRow[];
  names: ReadonlyMap<string, string>;
  current: readonly CurrentMilestone[];
  earnsLivingSince: string | null;
  leftShelter: ReadonlyMap<string, { leftOn: string; movedOut: boolean }>;
  achievedBefore: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Which milestones are somebody's: those of children until they are of age, those of adults for everybody else. */
export function subjectOf({ ageBand }: CaseMemberRow): MilestoneSubject {
  return minorBands.includes(ageBand) ? 'child' : 'adult';
}

/**
 * The path of the family, then one for each member. A milestone of the other age stays on the path of whoever has something recorded
 * there, so that nothing is lost on an eighteenth birthday.
 */
export function tracksOf(sources: TrackSources): MilestoneTrack[] {
  const family = track(sources, { personId: null, name: null, subject: 'party' });
  const persons = sources.members.map((member) => track(sources, { personId: member.personId, name: sources.names.get(member.personId) ?? null, subject: subjectOf(member) }));
  return [family, ...persons].filter(({ steps }) => steps.length > 0);
}

function track(sources: TrackSources, { personId, name, subject }: Omit<MilestoneTrack, 'steps'>): MilestoneTrack {
  const own = new Map(sources.current.filter((row) => row.personId === personId).map((row) => [row.milestone, row]));
  const facts = factsOf(sources, personId, own);
  const steps = sources.catalogue
    .filter(({ appliesTo, milestone }) => appliesTo === subject || own.has(milestone))
    .map((named) => step(named, own.get(named.milestone), facts));
  return { personId, name, subject, steps };
}

function step({ milestone, programId, labels, countsTowards, evidenceKinds }: CatalogueMilestone, row: CurrentMilestone | undefined, facts: KnownFacts): MilestoneStep {
  const state = row?.state ?? 'not_started';
  return {
    milestone, programId, labels, group: countsTowards[0] ?? 'other', evidenceKinds, state,
    on: row?.on ?? null, evidence: row?.evidence ?? null, hasNote: row?.hasNote ?? false, verifiedOn: row?.verifiedOn ?? null,
    recordedAt: row?.recordedAt ?? null, eventId: row?.id ?? null, rows: row?.rows ?? 0,
    suggestion: state === 'not_started' || state === 'in_progress' ? suggestionFor(milestone, facts) : null,
  };
}

/** For the family, the facts of the member who left a shelter last: while one sleeps there, the family has not left. */
function factsOf({ today, members, leftShelter, earnsLivingSince, achievedBefore }: TrackSources, personId: string | null, own: ReadonlyMap<string, CurrentMilestone>): KnownFacts {
  const achieved = new Map([...own.values()].flatMap(({ milestone, state, on }) => (state === 'achieved' && on !== null ? [[milestone, on] as const] : [])));
  const asked = personId === null ? members.map((member) => member.personId) : [personId];
  const departures = asked.map((id) => leftShelter.get(id));
  const last = departures.some((departure) => departure === undefined) ? undefined : departures.sort((a, b) => ((a?.leftOn ?? '') < (b?.leftOn ?? '') ? 1 : -1))[0];
  return {
    today, achieved, earnsLivingSince, leftShelterOn: last?.leftOn ?? null, movedOut: last?.movedOut ?? false,
    achievedBefore: (personId === null ? undefined : achievedBefore.get(personId)) ?? new Map(),
  };
}
