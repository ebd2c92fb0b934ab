import { Module, type DynamicModule } from '@nestjs/common';
import { ArrivalsModule } from './arrivals/arrivals.module';
import { IntakeModule } from './arrivals/intake/intake.module';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { DemoModule } from './demo/demo.module';
import { entities } from './entities';
import { HealthModule } from './health/health.module';
import { OrganizationsModule } from './organizations/organizations.module';
import { ClockModule } from './platform/clock/clock.module';
import { ConfigModule } from './platform/config/config.module';
import type { Config } from './platform/config/config';
import { DatabaseModule } from './platform/database/database.module';
import { FilesModule } from './platform/files/files.module';
import { HttpModule } from './platform/http/http.module';
import { LoggingModule } from './platform/logging/logging.module';
import { QueueModule } from './platform/queue/queue.module';
import { SealingModule } from './platform/sealing/sealing.module';
import { ServicesModule } from './services/services.module';
import { SitesModule } from './sites/sites.module';
import { TimelineModule } from './timeline/timeline.module';
import { StaysModule } from './stays/stays.module';
import { ConsentsModule } from './consents/consents.module';
import { PeopleModule } from './people/people.module';
import { AssessmentsModule } from './assessments/assessments.module';
import { PlansModule } from './plans/plans.module';
import { MilestonesModule } from './plans/milestones/milestones.module';
import { ProgramsModule } from './programs/programs.module';
import { MessagesModule } from './reminders/messages/messages.module';
import { ReportsModule } from './reports/reports.module';
import { CasesModule } from './cases/cases.module';
import { CaseFilesModule } from './cases/files/case-files.module';
import { CaseNotesModule } from './cases/notes/case-notes.module';
import { TodayModule } from './today/today.module';
import { TravelModule } from './travel/travel.module';

/** What of Posada a process is: whether it works on jobs besides answering. */
export interface ProcessRole {
  works: boolean;
}

/** The whole application. One line per room, in the order of docs/architecture.md. */
@Module({})
export class AppModule {
  static for(config: Config, role: ProcessRole): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.for(config),
        LoggingModule.forRoot(),
        ClockModule,
        DatabaseModule.for(entities),
        SealingModule,
        HttpModule,
        FilesModule,
        QueueModule.for(role),
        AuditModule,
        OrganizationsModule,
        AuthModule,
        SitesModule,
        PeopleModule,
        ConsentsModule,
        ProgramsModule,
        ArrivalsModule,
        IntakeModule,
        StaysModule,
        ServicesModule,
        TravelModule,
        CasesModule,
        CaseFilesModule,
        CaseNotesModule,
        PlansModule,
        MilestonesModule,
        AssessmentsModule,
        MessagesModule,
        TodayModule,
        ...(config.DEMO ? [DemoModule] : []),
        ReportsModule,
        TimelineModule,
        HealthModule,
      ],
    };
  }
}
