import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, schemeInForce } from '@ennead/contracts';
import { ContentBank, readClock } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import { Serves, type Asked } from '../../http/serves.ts';
import { composeByScheme } from './compose-by-scheme.ts';

@Controller()
export class StandardsController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  @Serves('GET /api/standard')
  async standard() {
    const [live] = await this.bank.live('standard');
    if (!live) throw new Refusal('NOT_FOUND');
    return this.bank.standard(live.hash);
  }

  @Serves('GET /api/schemes')
  async schemes() {
    const schemes = await this.readSchemes();
    const inForce = schemeInForce(schemes, await readClock(this.db));
    return { schemes, inForce: inForce && { id: inForce.id, version: inForce.version } };
  }

  /** What a set of scores would come to: the calculator of the levels page. Stores nothing. */
  @Serves('POST /api/schemes/compute')
  async compute({ body }: Asked<'POST /api/schemes/compute'>) {
    return composeByScheme(await this.readSchemes(), body, await readClock(this.db));
  }

  private async readSchemes() {
    const live = await this.bank.live('scheme');
    return Promise.all(live.map(({ hash }) => this.bank.scheme(hash)));
  }
}
