import type { DraftForms } from '@annals/auth';
import type { Catalogue } from '@annals/slice';

/** The forms of all commands that callers can send. No command takes a password or another secret, which a draft would keep. */
export const draftFormsOf = ({ commands }: Pick<Catalogue, 'commands'>): DraftForms =>
  new Map(
    [...commands.values()]
      .filter(({ command }) => command.route !== null)
      .map(({ command: { type, fields } }) => [type, Object.keys(fields)] as const),
  );
