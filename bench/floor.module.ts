import { Module, type DynamicModule } from '@nestjs/common';
import { AppModule, type ProcessRole } from '../src/app.module';
import type { Config } from '../src/platform/config/config';
import { SearchController } from './search.controller';
import { FloorController, FloorTraces } from './floor.controller';

/** The real application with the bare route beside it, so that both are answered by one process. */
@Module({})
export class FloorModule {
  static for(config: Config, role: ProcessRole): DynamicModule {
    return { module: FloorModule, imports: [AppModule.for(config, role)], controllers: [FloorController, SearchController], providers: [FloorTraces] };
  }
}
