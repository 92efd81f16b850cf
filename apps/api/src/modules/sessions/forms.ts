import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Item } from '@ennead/contracts/internal';
import { Form, type ItemRef } from '@ennead/persistence';
import { DataSource } from 'typeorm';

/** A form with its items, keys included, as they read when it was drawn; in the order of the form. */
export type DrawnForm = {
  readonly id: string;
  readonly durationSec: number;
  readonly items: readonly Item[];
  readonly itemsById: ReadonlyMap<string, Item>;
};

const most = 200;

/** Forms by id. A form never changes, so the newest few are kept in memory and a save asks nothing about its form. */
@Injectable()
export class Forms {
  private readonly kept = new Map<string, Promise<DrawnForm>>();

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  find(id: string): Promise<DrawnForm> {
    const known = this.kept.get(id);
    if (known) return known;
    const form = this.read(id);
    form.catch(() => this.kept.delete(id));
    this.kept.set(id, form);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > most && oldest !== undefined) this.kept.delete(oldest);
    return form;
  }

  /** The form that a part of a session is sat with. @throws Error where none was drawn */
  async findOfPart(sessionPartId: string): Promise<DrawnForm> {
    const { id } = await this.db.manager.findOneOrFail(Form, {
      where: { sessionPartId },
      order: { drawnAt: 'ASC', id: 'ASC' },
    });
    return this.find(id);
  }

  private async read(id: string): Promise<DrawnForm> {
    const form = await this.db.manager.findOneByOrFail(Form, { id });
    const items = await this.readItems(form.items);
    return {
      id,
      durationSec: form.durationSec,
      items,
      itemsById: new Map(items.map((item) => [item.id, item])),
    };
  }

  private async readItems(refs: readonly ItemRef[]): Promise<Item[]> {
    const rows: { body: unknown }[] = await this.db.query(
      `SELECT version.body
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id text, hash text)) WITH ORDINALITY AS ref(id, hash, place)
       JOIN content_version version ON version.kind = 'item' AND version.id = ref.id AND version.hash = ref.hash
       ORDER BY ref.place`,
      [JSON.stringify(refs)],
    );
    if (rows.length !== refs.length) throw new Error('A form refers to items whose text was not kept.');
    return rows.map(({ body }) => Item.parse(body));
  }
}
