import { addDays } from '../../src/platform/clock/clock';
import type { Shot } from '../load-process';
import type { Asked } from '../names';
import type { BenchData, Prepared, Scenario } from '../scenario';

/** What a coordinator does all day: find somebody, open them, log a meal for a family, give a bed, look at the board. */
export function dailyFive(asked: readonly Asked[]): Scenario[] {
  return [
    {
      key: 'search',
      title: 'find a person by a misspelt name',
      daily: true,
      writes: false,
      prepare: () => Promise.resolve(reads(asked.map(({ text }) => ({ method: 'POST', path: '/api/people/search', body: JSON.stringify({ text }) })))),
    },
    { key: 'person', title: 'open a person', daily: true, writes: false, prepare: openPersons },
    { key: 'service', title: 'log a service for four', daily: true, writes: true, prepare: logForFour },
    { key: 'bed', title: 'give a bed', daily: true, writes: true, prepare: giveBeds },
    {
      key: 'board',
      title: 'tonight’s bed board',
      daily: true,
      writes: false,
      prepare: ({ siteId, today }) => Promise.resolve(reads([{ method: 'GET', path: `/api/bed-board?siteId=${siteId}&from=${today}&nights=1` }])),
    },
  ];
}

/** What is opened less often than that. */
export function dashboard(): Scenario {
  return {
    key: 'today',
    title: 'dashboard (today)',
    daily: false,
    writes: false,
    prepare: ({ siteId }) => Promise.resolve(reads([{ method: 'GET', path: `/api/today?siteId=${siteId}` }])),
  };
}

function reads(shots: Shot[]): Prepared {
  return { shots, dates: [], variants: shots.length };
}

async function openPersons({ rows, siteId }: BenchData, count: number): Promise<Prepared> {
  const persons = await rows<{ id: string }>(
    `select s.person_id as id from stays s where s.site_id = $1 and s.state in ('in_house', 'departed') order by hashtextextended(s.person_id::text, 7) limit $2`,
    [siteId, count],
  );
  return reads(persons.map(({ id }) => ({ method: 'GET', path: `/api/people/${id}` })));
}

/** Four people who were at the site together, another four each time; a kind of service that is given several times a day. */
async function logForFour({ rows, organizationId, siteId, today }: BenchData, count: number): Promise<Prepared> {
  const [kind] = await rows<{ id: string }>("select id from service_kinds where organization_id = $1 and code = 'translation_session'", [organizationId]);
  const persons = await rows<{ id: string }>(
    `select s.person_id as id from stays s where s.site_id = $1 and s.state = 'departed' group by 1 order by max(s.arrives_on) desc, 1 limit $2`,
    [siteId, count * 4],
  );
  const groups = Array.from({ length: Math.floor(persons.length / 4) }, (_, at) => persons.slice(at * 4, at * 4 + 4).map(({ id }) => id));
  const shots = Array.from({ length: count }, (_, at): Shot => {
    const personIds = groups[at % groups.length];
    return { method: 'POST', path: '/api/service-batches', body: JSON.stringify({ siteId, kindId: kind?.id, servedOn: today, personIds }) };
  });
  return { shots, dates: [today], variants: groups.length };
}

/** One guest, one bed, one night; each pair of them takes the next night when all pairs have had one. */
async function giveBeds({ rows, siteId, today }: BenchData, count: number): Promise<Prepared> {
  const beds = await rows<{ id: string }>('select b.id from beds b where b.site_id = $1 and b.kind <> $2 order by b.id limit 200', [siteId, 'crib']);
  const guests = await rows<{ person_id: string; party_id: string }>(
    `select m.person_id, m.party_id
       from party_members m join parties p on p.id = m.party_id
      where p.site_id = $1 and m.left_on is null
        and (select count(*) from party_members o where o.party_id = m.party_id) = 1
        and not exists (select from protection_reviews r where r.party_id = m.party_id and r.state = 'open')
      order by p.arrived_on desc, m.id limit $2`,
    [siteId, beds.length],
  );
  const pairs = guests.map((guest, at) => ({ ...guest, bedId: beds[at]?.id ?? '' }));
  const first = addDays(today, 200);
  const shots = Array.from({ length: count }, (_, at): Shot => {
    const pair = pairs[at % pairs.length];
    const night = addDays(first, 2 * Math.floor(at / pairs.length));
    const body = { siteId, partyId: pair?.party_id, arrivesOn: night, departsOn: addDays(night, 1), guests: [{ personId: pair?.person_id, bedId: pair?.bedId }] };
    return { method: 'POST', path: '/api/stays', body: JSON.stringify(body) };
  });
  return { shots, dates: [first, addDays(first, 1)], variants: pairs.length };
}
