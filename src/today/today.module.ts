import { Module } from '@nestjs/common';
import { SitesModule } from '../sites/sites.module';
import { StaysModule } from '../stays/stays.module';
import { TodayController } from './today.controller';
import { TodayRepository } from './today.repository';
import { TodayService } from './today.service';

/** One site's day over everything above: it reads, it writes nothing. */
@Module({
  imports: [SitesModule, StaysModule],
  controllers: [TodayController],
  providers: [TodayService, TodayRepository],
})
export class TodayModule {}
