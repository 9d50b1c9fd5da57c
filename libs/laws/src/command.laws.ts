import type { Catalogue } from '@annals/slice';
import type { Exploration } from './walk.js';

/** Every command can be repeated, and is never ignored when it is repeated with other content. */
export const commandLaws = ({ commands }: Pick<Catalogue, 'commands'>, explored: Exploration): void =>
  describe.each([...commands.keys()])('%s', (type) => {
    it('was carried out in these laws', () => expect([...explored.carriedOut]).toContain(type));

    it('adds nothing when it is repeated', () => expect(explored.repeated.get(type) ?? []).toEqual([]));

    it('is refused or leaves a trace when it is repeated with other content', () =>
      expect(explored.swallowed.get(type)?.slice(0, 3) ?? []).toEqual([]));

    it('is decided on a day as at a moment of it, unless its rules ask for the hour', () =>
      expect(explored.hourly.get(type)?.slice(0, 3) ?? []).toEqual([]));
  });
