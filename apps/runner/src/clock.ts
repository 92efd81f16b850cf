import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { readClock } from '@ennead/persistence';
import { DataSource } from 'typeorm';

/**
 * What time it is by the database, for what is shown: this host's own clock may differ, and that of another host does.
 * What decides (whether a deadline has passed) asks the database itself.
 */
@Injectable()
export class Clock implements OnModuleInit {
  private aheadMs = 0;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  onModuleInit(): Promise<void> {
    return this.refresh();
  }

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** Reads the database's clock anew; called every second. */
  async refresh(): Promise<void> {
    const asked = Date.now();
    const at = await readClock(this.db);
    this.aheadMs = at.getTime() - Math.round((asked + Date.now()) / 2);
  }
}
