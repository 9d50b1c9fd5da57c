import type { AnyCommand, AnyCommandClass } from '@annals/command-bus';
import type { Event, Of, RecordedEvent } from '@annals/event-sourcing';

/**
 * The types of the commands behind events that depend on settings, for replays under other settings. The fields of a command are those of
 * the event that have the same names, and those that `with` returns.
 */
export type Retold<E extends Event, Type extends string> = {
  readonly [T in E['type']]?: Type | Telling<Type, Of<E, T>['data']>;
};

type Telling<Type, Data> = { readonly command: Type; readonly with: (data: Data) => object };

type AnyRetold = Readonly<Record<string, string | Telling<string, never> | undefined>>;

/** The command of an event, if it is retold. */
export const retelling =
  (retold: AnyRetold, classes: Readonly<Record<string, AnyCommandClass>>) =>
  (event: RecordedEvent, occurredAt: string | undefined): AnyCommand | undefined => {
    const told = retold[event.type];
    if (told === undefined) return undefined;
    const more = typeof told === 'string' ? {} : told.with(event.data as never);
    const form = classes[typeof told === 'string' ? told : told.command]!;
    const said = Object.entries(event.data).filter(([name, value]) => name in form.fields && value !== null);
    return new form({ ...Object.fromEntries(said), ...more, occurredAt } as never, event);
  };
