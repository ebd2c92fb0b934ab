import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/route-access';
import { DemoSignIns } from './demo-sign-ins';
import { DemoSignInsView } from './demo.dto';

/** Only while the demo runs. */
@ApiExcludeController()
@Public()
@Controller('demo')
export class DemoController {
  constructor(private readonly signIns: DemoSignIns) {}

  /** The accounts with which the demo can be tried. */
  @Get('sign-ins')
  list(): Promise<DemoSignInsView> {
    return this.signIns.list();
  }
}
