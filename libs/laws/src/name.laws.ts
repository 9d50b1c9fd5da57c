import type { Catalogue } from '@annals/slice';

/** Names are unique across slices. */
export const nameLaws = ({ slices, contracts, aggregates, commands, views }: Catalogue): void =>
  describe('all slices together', () => {
    const routes = [...commands.values()].flatMap(({ command }) => command.route ?? []);

    it.each([
      ['event', contracts.map(({ type }) => type)],
      ['command', aggregates.flatMap((aggregate) => aggregate.commands.map(({ type }) => type))],
      ['view', views.map(({ name }) => name)],
      ['right', slices.flatMap((slice) => Object.keys(slice.rights))],
      ['command route', routes.map(({ post }) => post)],
      ['problem', slices.flatMap(({ problems }) => problems.map(({ code }) => code))],
    ])('have each name of a %s once', (_, names) => expect(names).toEqual([...new Set(names)]));
  });
