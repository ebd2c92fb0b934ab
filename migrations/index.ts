import { Floor1700000000001 } from './0001-floor';
import { Audit1700000000002 } from './0002-audit';
import { PeopleWhoWorkHere1700000000003 } from './0003-people-who-work-here';
import { Sites1700000000004 } from './0004-sites';
import { People1700000000005 } from './0005-people';
import { Consents1700000000006 } from './0006-consents';
import { Programs1700000000007 } from './0007-programs';
import { Arrivals1700000000008 } from './0008-arrivals';
import { Stays1700000000009 } from './0009-stays';
import { Services1700000000010 } from './0010-services';
import { Travel1700000000011 } from './0011-travel';
import { Reports1700000000012 } from './0012-reports';
import { Cases1700000000013 } from './0013-cases';
import { CaseWork1700000000015 } from './0015-case-work';
import { Enrollments1700000000014 } from './0014-enrollments';
import { CaseNotes1700000000016 } from './0016-case-notes';
import { Assessments1700000000017 } from './0017-assessments';
import { Plans1700000000018 } from './0018-plans';
import { Milestones1700000000019 } from './0019-milestones';
import { Files1700000000020 } from './0020-files';
import { ConsentRecords1700000000021 } from './0021-consent-records';
import { PersonMerges1700000000023 } from './0023-person-merges';
import { WithdrawnCaseWork1700000000024 } from './0024-withdrawn-case-work';
import { AssessmentsAfterWithdrawal1700000000028 } from './0028-assessments-after-withdrawal';
import { Messages1700000000035 } from './0035-messages';
import { SearchAtSites1700000000038 } from './0038-search-at-sites';

/** Every migration, oldest first. Listed by name so that a missing file is a compile error. */
export const migrations = [
  Floor1700000000001,
  Audit1700000000002,
  PeopleWhoWorkHere1700000000003,
  Sites1700000000004,
  People1700000000005,
  Consents1700000000006,
  Programs1700000000007,
  Arrivals1700000000008,
  Stays1700000000009,
  Services1700000000010,
  Travel1700000000011,
  Reports1700000000012,
  Cases1700000000013,
  CaseWork1700000000015,
  Enrollments1700000000014,
  CaseNotes1700000000016,
  Assessments1700000000017,
  Plans1700000000018,
  Milestones1700000000019,
  Files1700000000020,
  ConsentRecords1700000000021,
  PersonMerges1700000000023,
  WithdrawnCaseWork1700000000024,
  AssessmentsAfterWithdrawal1700000000028,
  Messages1700000000035,
  SearchAtSites1700000000038,
];
