import { Inject, Injectable } from '@nestjs/common';
import { Refusal, type BodyView, type ContentPageView, type PageId } from '@ennead/contracts';
import { ContentBank } from '@ennead/persistence';
import { SETTINGS, type Settings } from '../../settings.ts';

@Injectable()
export class PagesService {
  constructor(
    private readonly bank: ContentBank,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Refusal NOT_FOUND for a page that is not published */
  async view(id: PageId): Promise<ContentPageView> {
    const live = (await this.bank.live('page')).find((piece) => piece.id === id);
    if (!live) throw new Refusal('NOT_FOUND');
    const { retention = [], ...page } = await this.bank.page(live.hash);
    return {
      ...page,
      retention,
      version: live.number,
      hash: live.hash,
      publishedAt: live.publishedAt.toISOString(),
      body: viewBody(this.settings),
    };
  }
}

const viewBody = ({ CONTACT_EMAIL, BODY_NAME_ZH, BODY_NAME_EN }: Settings): BodyView => {
  const zh = BODY_NAME_ZH ?? BODY_NAME_EN;
  const en = BODY_NAME_EN ?? BODY_NAME_ZH;
  return { name: zh && en ? { 'zh-CN': zh, en } : null, email: CONTACT_EMAIL ?? null };
};
