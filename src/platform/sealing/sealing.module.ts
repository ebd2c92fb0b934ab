import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { KEY_PROVIDER, LocalKeyFile } from './key-provider';
import { Sealing } from './sealing.service';

@Global()
@Module({
  providers: [{ provide: KEY_PROVIDER, inject: [CONFIG], useFactory: (config: Config) => LocalKeyFile.read(config.masterKeyFile) }, Sealing],
  exports: [Sealing],
})
export class SealingModule {}
