import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { CONFIG, type Config } from '../../platform/config/config';
import { Sealing } from '../../platform/sealing/sealing.service';
import type { ChannelKind } from './channel.entity';
import { DemoProvider } from './providers/demo-provider';
import { GatewayProvider, type GatewaySettings } from './providers/gateway-provider';
import type { Provider } from './providers/provider';

/** The place the settings of a channel are sealed for; the row id is the kind, of which an organization has one. */
export const SETTINGS_PLACE = 'channels.settings_sealed';

/** Makes the provider of a channel from its sealed settings. */
@Injectable()
export class ChannelProviders {
  constructor(
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The provider of a channel of the open transaction's organization; null when nothing is set for it. The demo's keeps to this installation. */
  async open(kind: ChannelKind, settingsSealed: Buffer | null): Promise<Provider | null> {
    if (kind === 'demo') return this.config.DEMO ? new DemoProvider() : null;
    if (kind !== 'sms_gateway' || !settingsSealed) return null;
    const settings = (await this.sealing.organization()).open<GatewaySettings>(SETTINGS_PLACE, kind, settingsSealed);
    return new GatewayProvider(settings, () => this.clock.now(), this.config.DEMO);
  }
}
