import { Module, type DynamicModule } from '@nestjs/common';
import { BulkController, COMMANDS, type Commands } from './bulk.controller.js';

/** `POST /v1/commands` for the given command classes, by their type; the process provides the bus. */
@Module({ controllers: [BulkController] })
export class BulkModule {
  static with(commands: Commands): DynamicModule {
    return {
      module: BulkModule,
      providers: [{ provide: COMMANDS, useValue: commands }],
    };
  }
}
