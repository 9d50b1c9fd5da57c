import { handlersFor, USER_REGISTER } from '@annals/command-bus/handlers';
import { commandRoutes } from '@annals/http';
import type { Catalogue, CommandProcess } from '@annals/slice';
import type { DynamicModule } from '@nestjs/common';

/**
 * The command handlers of all slices. The process provides the bus, an `EventStore` and the naming. Users whom commands name
 * are judged if a slice of the catalogue declares who they are.
 */
export const handlersModule = ({ aggregates, slices }: Pick<Catalogue, 'aggregates' | 'slices'>): DynamicModule => ({
  module: class Handlers {},
  providers: [
    ...aggregates.flatMap(({ handlers }) => handlers(handlersFor)),
    ...slices.flatMap(({ directory }) =>
      directory ? [{ provide: USER_REGISTER, useValue: directory.expectUsers }] : [],
    ),
  ],
});

type Commands = Pick<Catalogue, 'slices' | 'commands'>;

/** The routes of all commands, or of those that one process of a distributed installation carries out. */
export const commandModules = (catalogue: Commands, process?: CommandProcess): readonly DynamicModule[] =>
  catalogue.slices
    .filter((slice) => process === undefined || slice.process === process)
    .map((slice) => ({
      module: class Commands {},
      controllers: [
        commandRoutes(
          slice.name,
          [...catalogue.commands.values()].filter((each) => each.slice === slice).map(({ command }) => command),
        ),
      ],
    }));

/** The commands that the bulk route accepts, by type; every process with a bulk route accepts all of them. */
export const bulkOf = ({ commands }: Pick<Catalogue, 'commands'>) =>
  new Map([...commands].map(([type, { command }]) => [type, command] as const));
