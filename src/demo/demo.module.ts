import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller';
import { DemoSignIns } from './demo-sign-ins';

/** What exists only with the demo data: the list of public sign-ins. */
@Module({ controllers: [DemoController], providers: [DemoSignIns], exports: [DemoSignIns] })
export class DemoModule {}
